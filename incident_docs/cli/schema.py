"""`incident-docs schema`: print the configured format as a JSON Schema."""

import json
from pathlib import Path

import click

from incident_docs.format.frontmatter_schema import frontmatter_schema
from incident_docs.workspace.project import load_project


@click.command()
def command() -> None:
    """Print the JSON Schema of the frontmatter, as this project has configured it."""
    click.echo(json.dumps(frontmatter_schema(load_project(Path.cwd()).format), indent=2, ensure_ascii=False))

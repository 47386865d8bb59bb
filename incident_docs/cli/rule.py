"""`incident-docs rule`: explain a rule, or list all."""

import click

from incident_docs.cli import complete


@click.command()
@click.argument("name", required=False, shell_complete=complete.rules)
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Who reads it.",
)
def command(name: str | None, form: str) -> None:
    """Explain a rule: why it is there, what is bad, what is good, and how to change it.

    Without NAME, list all rules, each with its level and what holds in a sound document.
    """
    from incident_docs.cli import rule_page  # noqa: PLC0415 - who completes a name must not wait for all rules

    for line in rule_page.show(name, form):
        click.echo(line)

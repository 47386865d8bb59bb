"""Run the command line: one command a file, each imported when it is called."""

import os
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from incident_docs import __version__
from incident_docs.errors import IncidentDocsError

_COMMANDS = {
    "new": "Open an incident: write its document and the notification.",
    "log": "Write down what happened, in its place in the timeline.",
    "changes": "List what changed before an incident.",
    "notify": "Print what stakeholders are told, or send it.",
    "scope": "Write down how far an incident reaches.",
    "mitigate": "Write down what was done against the impact.",
    "resolve": "Close an incident, and lay out its postmortem.",
    "reopen": "Take back that an incident is resolved.",
    "action": "Add, change, close and list action items.",
    "show": "Show an incident: its facts, its last rows, and what is owed next.",
    "similar": "Show the past incidents most like one, and what mitigated them.",
    "list": "List incidents, by what they are.",
    "guide": "Print the response guide, or a part of it.",
    "lint": "Check incidents against the format.",
    "rule": "Explain a rule, or list all rules.",
    "schema": "Print the JSON Schema of the frontmatter.",
    "site": "Write the site of the incidents for an engine that runs no plugins.",
    "completion": "Print the script that lets a shell complete what you type.",
}


class _CalledWronglyError(click.ClickException):
    exit_code = 2


class _Commands(click.Group):
    """The commands by name. A command's own module is imported when it runs, so that no command waits for another."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"incident_docs.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        commands = [CompletionItem(name, help=help) for name, help in _COMMANDS.items() if name.startswith(incomplete)]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> None:
        try:
            super().invoke(ctx)
        except IncidentDocsError as error:
            raise _CalledWronglyError(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="incident-docs")
@click.pass_context
def main(context: click.Context) -> None:
    """Postmortems as Markdown in git: scaffolded, linted and published."""
    if os.environ.get("NO_COLOR"):
        context.color = False

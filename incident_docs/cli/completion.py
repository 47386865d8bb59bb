"""`incident-docs completion`: print the script that lets a shell complete commands, options, ids and rules."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

_SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command()
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script for SHELL, to be run when the shell starts.

    \b
    bash, in ~/.bashrc:  eval "$(incident-docs completion bash)"
    zsh, in ~/.zshrc:    eval "$(incident-docs completion zsh)"
    fish:                incident-docs completion fish > ~/.config/fish/completions/incident-docs.fish
    """
    program = context.find_root().command
    click.echo(_SHELLS[shell](program, {}, "incident-docs", "_INCIDENT_DOCS_COMPLETE").source())

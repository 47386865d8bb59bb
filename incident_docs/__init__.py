"""incident-docs: postmortems as Markdown in git, scaffolded, linted and published. What programs may use is in `api`."""

__version__ = "0.1.0"

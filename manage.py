#!/usr/bin/env python
"""Django's command line for the portal."""

import os
import sys


def main() -> None:
    """Run a management command with the settings of the portal."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpia.settings")
    from django.core.management import execute_from_command_line

    import cpia.celery  # noqa: F401 - commands that enqueue work need the application's broker

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

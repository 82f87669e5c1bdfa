"""PostgreSQL and Valkey alone, until Ctrl-C or until another process ends.

PYTHONPATH=script python -m servizi [--prova] [--finche PID]
"""

import argparse
import os
import select
import sys

from servizi.config import load_config
from servizi.faults import AvvioImpossibile
from servizi.folder import data_folder, lock_folder, make_folder
from servizi.stack import Stack, on_stop_signals


def main() -> int:
    """Run the services of CPIA_DATI in the foreground."""
    parser = argparse.ArgumentParser(description="PostgreSQL e Valkey locali.")
    parser.add_argument("--prova", action="store_true", help="dati usa e getta, senza fsync")
    parser.add_argument("--finche", type=int, metavar="PID", help="si ferma con questo processo")
    options = parser.parse_args()
    on_stop_signals()
    folder = make_folder(data_folder())
    try:
        with lock_folder(folder), Stack(folder) as stack:
            stack.start_services(load_config(folder), throwaway=options.prova)
            print(f"PostgreSQL e Valkey sono pronti: indirizzi in {folder / 'servizi.json'}")
            stack.watch(_until(options.finche))
    except AvvioImpossibile as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _until(pid: int | None):
    """Return a question that is answered yes once the process has ended."""
    if pid is None:
        return lambda: False
    handle = os.pidfd_open(pid)
    return lambda: bool(select.select([handle], [], [], 0)[0])


if __name__ == "__main__":
    sys.exit(main())

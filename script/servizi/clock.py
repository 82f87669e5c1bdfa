"""The clock of the demo: it starts in the days of the circular and rests while the demo is off."""

import math
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from servizi.folder import write_private

BEGINNING = datetime(2024, 6, 5, 10, tzinfo=ZoneInfo("Europe/Rome"))


class DemoClock:
    """Reads where it stopped last time; `save` keeps where it has come to."""

    def __init__(self, folder: Path):
        self._path = folder / "orologio"
        self.shift = math.ceil((self._last() - datetime.now(UTC)).total_seconds())

    def save(self) -> None:
        """Write the hour of the demo, from which the next start goes on."""
        now = datetime.fromtimestamp(datetime.now(UTC).timestamp() + self.shift, UTC)
        write_private(self._path, now.isoformat())

    def _last(self) -> datetime:
        try:
            return datetime.fromisoformat(self._path.read_text())
        except (FileNotFoundError, ValueError):
            return BEGINNING

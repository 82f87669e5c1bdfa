"""What cannot be done, and why."""

from collections.abc import Iterable, Mapping


class PassaggioRifiutato(Exception):
    """An act that cannot be done now; ``motivi`` say why, ``per_iscrizione`` at which student."""

    def __init__(
        self, motivi: Iterable[str], per_iscrizione: Mapping[int, str] | None = None
    ) -> None:
        self.motivi = tuple(motivi)
        self.per_iscrizione = dict(per_iscrizione or {})
        super().__init__("; ".join([*self.motivi, *self.per_iscrizione.values()]))

"""The rows of a catalogue on appeals: the organ of guarantee, the ways."""

from dataclasses import dataclass

from disciplina.enums import ComponenteGaranzia, Contro, EsitoRicorso, Giudice


@dataclass(frozen=True, slots=True)
class Posto:
    """One kind of member of the organ of guarantee, and who chooses."""

    componente: ComponenteGaranzia
    quanti: int
    scelto_da: str = ""
    presiede: bool = False
    eletti: bool = False


@dataclass(frozen=True, slots=True)
class Garanzia:
    """The organ of guarantee; ``altro_`` is where the same regulation says it is somebody else."""

    articolo: str
    testo: str
    posti: tuple[Posto, ...]
    supplenti: bool = False
    altro_giudice: str = ""
    altro_articolo: str = ""
    altro_testo: str = ""

    @property
    def componenti(self) -> int:
        """How many sit."""
        return sum(posto.quanti for posto in self.posti)


@dataclass(frozen=True, slots=True)
class Via:
    """A way of appeal; ``altri_giorni`` is the other term that the same school prints."""

    contro: Contro
    giudice: Giudice
    articolo: str
    testo: str
    esiti: tuple[EsitoRicorso, ...]
    giorni: int | None = None
    altri_giorni: int | None = None
    altro_articolo: str = ""
    altro_testo: str = ""
    dopo_garanzia: bool = False

    def ammessa(self, *, allontana: bool) -> bool:
        """Whether it is given against a sanction that removes, or that does not."""
        return self.contro is Contro.TUTTE or allontana == (self.contro is Contro.ALLONTANAMENTO)

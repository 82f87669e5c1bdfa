"""What an applicant writes."""

from dataclasses import dataclass
from datetime import date

from cpia.atti.caricamenti import FileAccettato
from patto_formativo.enums import Cittadinanza, Lingua


@dataclass(frozen=True, kw_only=True)
class DatiDomanda:
    """An application as it was written: the course, who, how to be reached, who answers."""

    offerta_id: int
    cognome: str
    nome: str
    sesso: str
    data_nascita: date
    luogo_nascita: str
    provincia_nascita: str
    telefono: str
    email: str
    studi: str
    codice_fiscale: str = ""
    cittadinanza: str = Cittadinanza.ITALIANA.value
    stato_cittadinanza: str = ""
    lingua: str = Lingua.ITALIANO.value
    titolo_accesso: str = ""
    chiede_crediti: bool = False
    adulto_cognome: str = ""
    adulto_nome: str = ""
    adulto_legame: str = ""
    comunita: str = ""
    nota_riservata: str = ""
    anni: int = 1


@dataclass(frozen=True)
class DatiCarta:
    """A paper: its kind, the file or what was shown at the desk, until when it is valid."""

    tipo: str
    file: FileAccettato | None = None
    numero: str = ""
    scade: date | None = None

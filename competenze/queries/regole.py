"""The parameters of the school's regulation in the shape that the rules ask for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from competenze.enums import Mezzo
from competenze.models import ClasseRilevata, Rilevazione
from competenze.rules.media import Criteri
from competenze.rules.scadenze import Calendario
from cpia.norme.queries import parametri
from cpia.norme.rules.motivi import Valore


@dataclass(frozen=True, slots=True)
class Regole:
    """Everything a campaign takes from the regulation in force when its entry opens."""

    criteri: Criteri
    giorni_prima_scrutinio: Valore[int]
    inserimento_tardivo: Valore[bool]
    anticipi_promemoria: Valore[tuple[int, ...]]
    anticipo_certificazione: Valore[int]


def regole(rilevazione: Rilevazione) -> Regole:
    """The rules of a campaign: those of its opening day, even if the regulation changed since."""
    valori = parametri(rilevazione.istituto_id, "competenze.", rilevazione.inserimento_dal)

    def valore(nome: str) -> Valore[Any]:
        parametro = valori[f"competenze.{nome}"]
        return Valore(parametro.valore, parametro.fonte)

    mezzo = valore("mezzo")
    return Regole(
        criteri=Criteri(Valore(Mezzo(mezzo.valore), mezzo.fonte), valore("minimo_valutazioni")),
        giorni_prima_scrutinio=valore("giorni_prima_scrutinio"),
        inserimento_tardivo=valore("inserimento_tardivo"),
        anticipi_promemoria=valore("anticipi_promemoria"),
        anticipo_certificazione=valore("anticipo_certificazione"),
    )


def giorno_scrutinio(rilevata: ClasseRilevata) -> date | None:
    """The day of the scrutinio in Italy, or None while it has none."""
    return timezone.localdate(rilevata.scrutinio_il) if rilevata.scrutinio_il else None


def calendario(rilevata: ClasseRilevata, regole: Regole) -> Calendario:
    """The days that govern a class. Needs ``rilevazione`` loaded."""
    return Calendario(
        inserimento_dal=rilevata.rilevazione.inserimento_dal,
        consultazione_dal=rilevata.rilevazione.consultazione_dal,
        scrutinio=giorno_scrutinio(rilevata),
        giorni=regole.giorni_prima_scrutinio,
        tardivo=regole.inserimento_tardivo,
    )

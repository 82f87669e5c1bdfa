"""The list that a figure opens: what is due, of whom, when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.apps import apps
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.dateparse import parse_date

from cpia.avvisi import solleciti
from cpia.avvisi.models import Scadenza
from cpia.portale.istituto import conti
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.parole import elenco, giorno

INTESTAZIONE = ("Entro il", "Che cosa", "Applicazione", "Chi", "Ruolo")


@dataclass(frozen=True)
class Scelta:
    """What is asked for: who, which app, when; what is not understood is as if not asked."""

    chi: str = ""
    app: str = ""
    quando: str = ""
    giorno: date | None = None

    def titolo(self, oggi: date) -> str:
        """«Scadenze in ritardo: docenti»."""
        parti = ["Scadenze"]
        if self.giorno:
            parti.append(f"di {giorno(self.giorno, oggi)}")
        elif self.quando:
            parti.append(conti.QUANDO[self.quando])
        testo = " ".join(parti)
        di_chi = (
            [conti.nome_di("" if self.chi == conti.PERSONALI else self.chi)] if self.chi else []
        )
        di_app = [str(apps.get_app_config(self.app).verbose_name)] if self.app else []
        return ": ".join(filter(None, [testo, ", ".join([*di_chi, *di_app])]))


def scelta(domanda: QueryDict) -> Scelta:
    """Read the address."""
    chi, app, quando = (domanda.get(nome, "") for nome in ("chi", "app", "quando"))
    return Scelta(
        chi=chi if chi in Ruolo.values or chi == conti.PERSONALI else "",
        app=app if app in apps.app_configs else "",
        quando=quando if quando in conti.QUANDO else "",
        giorno=_giorno(domanda.get("giorno", "")),
    )


def _giorno(scritto: str) -> date | None:
    try:
        return parse_date(scritto)
    except ValueError:
        return None


def trova(contesto: Contesto, cercate: Scelta) -> QuerySet[Scadenza]:
    """What is asked for, by deadline; of reserved apps nothing."""
    trovate = solleciti.aperte(contesto.istituto.pk).select_related("persona")
    if cercate.chi:
        ruolo = "" if cercate.chi == conti.PERSONALI else cercate.chi
        trovate = trovate.filter(ruolo=ruolo)
    if cercate.app:
        trovate = trovate.filter(app=cercate.app)
    if cercate.giorno:
        trovate = trovate.filter(entro_il=cercate.giorno)
    elif cercate.quando:
        trovate = trovate.filter(entro_il__range=_giorni(cercate.quando, contesto.oggi))
    return trovate.order_by("entro_il", "titolo", "id")


def _giorni(quando: str, oggi: date) -> tuple[date, date]:
    un_giorno = timedelta(days=1)
    return {
        conti.RITARDO: (date.min, oggi - un_giorno),
        conti.OGGI: (oggi, oggi),
        conti.SETTIMANA: (oggi + un_giorno, oggi + conti.SETTE_GIORNI),
    }[quando]


@dataclass(frozen=True)
class Voce:
    """One line of the list."""

    scadenza: Scadenza
    app: str
    chi: str
    ruolo: str


def voci(contesto: Contesto, scadenze: Sequence[Scadenza]) -> list[Voce]:
    """The lines with who owes each today. One query."""
    di_chi = solleciti.responsabili(contesto.istituto.pk, contesto.oggi, scadenze)
    return [_voce(scadenza, di_chi[scadenza.pk]) for scadenza in scadenze]


def _voce(scadenza: Scadenza, persone: Sequence[Persona]) -> Voce:
    return Voce(
        scadenza=scadenza,
        app=str(apps.get_app_config(scadenza.app).verbose_name),
        chi=elenco(persona.iniziale_e_cognome for persona in persone),
        ruolo=conti.nome_di(scadenza.ruolo),
    )


def righe(contesto: Contesto, scadenze: QuerySet[Scadenza]) -> Iterator[Sequence[object]]:
    """The same list for a sheet."""
    for una in voci(contesto, list(scadenze)):
        yield una.scadenza.entro_il, una.scadenza.titolo, una.app, una.chi, una.ruolo

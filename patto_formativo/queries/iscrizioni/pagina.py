"""What the page of one application shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.models import Persona, Responsabilita
from cpia.scuola.parole import decimale
from patto_formativo.models import AperturaIscrizioni, Carta, Corsista, DomandaIscrizione
from patto_formativo.queries.iscrizioni.giudizi import soggiorno_oggi
from patto_formativo.queries.regole import regole
from patto_formativo.queries.visibili import nei_giorni
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.fonti import ISCRIZIONI as REGOLAMENTO
from patto_formativo.rules.permesso import Esito, GiudizioSoggiorno

# What is told without anything to look at: the rest is shown as a warning.
SENZA_DUBBI = frozenset({"in_tempo", "senza_termine", "titolo", "cittadinanza", "valido"})
ART_3 = f"{REGOLAMENTO}, art. 3"

SENZA_RESPONSABILE = (
    "Oggi nessuno risponde di questo minorenne: le credenziali non sono di nessuno finché non si "
    "registra chi ne risponde."
)


@dataclass(frozen=True, slots=True)
class Rilievo:
    """A reason told on the day of the application; ``dubbio`` when the office has to look."""

    motivo: Motivo
    dubbio: bool


@dataclass(frozen=True, slots=True)
class PaginaDomanda:
    """An application with all that is judged of it today."""

    domanda: DomandaIscrizione
    carte: tuple[Carta, ...]
    rilievi: tuple[Rilievo, ...]
    soggiorno: GiudizioSoggiorno
    minorenne: bool
    apertura: AperturaIscrizioni | None
    corsista: Corsista | None
    credenziali_a: Persona | None

    @property
    def soggiorno_da_guardare(self) -> bool:
        """Whether the paper of stay asks for something."""
        return self.soggiorno.esito not in (Esito.NON_SERVE, Esito.IN_ORDINE)

    @property
    def carte_da_verificare(self) -> int:
        """How many papers nobody has looked at."""
        return sum(carta.verificata_il is None for carta in self.carte)

    @property
    def motivi(self) -> Mapping[str, Motivo]:
        """Each judgement by the name with which its reason is asked for."""
        motivi = {rilievo.motivo.regola: rilievo.motivo for rilievo in self.rilievi}
        motivi["soggiorno"] = self.soggiorno.perche
        if self.apertura is not None:
            motivi["quota"] = della_quota(self.apertura)
        return motivi


def della_quota(apertura: AperturaIscrizioni) -> Motivo:
    """Why the fee is what it is: the act of the Consiglio, what it pays for."""
    if apertura.quota is None:
        return Motivo("quota", ART_3, "La quota di quest’anno non è ancora scritta.")
    testo = (
        f"La quota è di {decimale(apertura.quota)} euro: comprende l’assicurazione e il "
        "materiale didattico. L’iscrizione è completa quando è pagata."
    )
    fonte = f"{ART_3}; {apertura.quota_estremi}" if apertura.quota_estremi else ART_3
    return Motivo("quota", fonte, testo)


def pagina_di(domanda: DomandaIscrizione, oggi: date) -> PaginaDomanda:
    """Everything on the page of an application. Five queries at most."""
    carte = tuple(domanda.carte.select_related("verificata_da"))
    rilievi = tuple(
        Rilievo(motivo, motivo.regola not in SENZA_DUBBI)
        for motivo in (Motivo(**voce) for voce in domanda.rilievi)
    )
    return PaginaDomanda(
        domanda=domanda,
        carte=carte,
        rilievi=rilievi,
        soggiorno=soggiorno_oggi(domanda, carte, oggi, regole(domanda.istituto_id, oggi)),
        minorenne=minorenne(domanda.data_nascita, oggi),
        apertura=AperturaIscrizioni.objects.filter(
            istituto_id=domanda.istituto_id, anno_scolastico_id=domanda.anno_scolastico_id
        ).first(),
        corsista=Corsista.objects.filter(istituto_id=domanda.istituto_id, domanda=domanda).first(),
        credenziali_a=destinatario_di(domanda, oggi),
    )


def destinatario_di(domanda: DomandaIscrizione, oggi: date) -> Persona | None:
    """Who has the credentials on a day: who studies, or who answers then for a minor (art. 4).

    None before it is taken, and for a minor for whom nobody answers that day: the bond is over,
    or a court has limited it. One query for a minor.
    """
    studia: Persona | None = domanda.persona
    if studia is None or not minorenne(studia.data_nascita or domanda.data_nascita, oggi):
        return studia
    righe = Responsabilita.objects.filter(
        nei_giorni(oggi), istituto_id=domanda.istituto_id, studente=studia, limite=""
    )
    riga = righe.select_related("adulto").order_by("dal", "pk").last()
    return riga.adulto if riga else None

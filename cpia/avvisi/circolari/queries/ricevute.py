"""Who has read and answered a circular and who has not, by role and seat."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.queries.destinatari import destinatari, vesti
from cpia.avvisi.models import Circolare, Promemoria, RicevutaCircolare
from cpia.scuola.models import Persona, Sede
from cpia.scuola.parole import con_maiuscola

SOLLECITO = "circolari.sollecito"
NON_PIU = "non ha più il ruolo"


@dataclass(frozen=True)
class Riga:
    """One person: in which roles and seats, what was said and when, how it stands in words."""

    persona: Persona
    ruoli: tuple[str, ...]
    sedi: tuple[str, ...]
    letta_il: datetime | None
    risposta: str
    risposta_il: datetime | None
    stato: rules.Stato

    @property
    def detto(self) -> bool:
        return self.stato.codice == "fatto"

    @property
    def manca(self) -> bool:
        """Whether the person still has to say what the circular asks."""
        return not self.detto and self._tenuta

    @property
    def non_piu(self) -> bool:
        """Whether the person has said nothing, and has no longer a role for which to say it."""
        return not self.detto and not self._tenuta

    @property
    def _tenuta(self) -> bool:
        return self.ruoli != (NON_PIU,)


@dataclass(frozen=True)
class Conto:
    """How many persons of a role or of a seat have said what the circular asks."""

    nome: str
    detto: int
    totale: int

    @property
    def mancano(self) -> int:
        return self.totale - self.detto


def situazione(circolare: Circolare) -> rules.Situazione:
    """The circular as the rules see it."""
    return rules.Situazione(
        pubblicata=circolare.pubblicata_il is not None,
        annullata=circolare.annullata_il is not None,
        riscontro=circolare.riscontro,
        entro=circolare.riscontro_entro,
    )


def stato_di(
    circolare: Circolare, ricevuta: RicevutaCircolare | None, oggi: date, *, tenuta: bool = True
) -> rules.Stato:
    """How one person, who still holds a role of it or does not, stands towards a circular."""
    return rules.stato(
        situazione(circolare),
        _giorno(ricevuta.letta_il if ricevuta else None),
        ricevuta.risposta if ricevuta else "",
        _giorno(ricevuta.risposta_il if ricevuta else None),
        oggi,
        tenuta=tenuta,
    )


def _giorno(istante: datetime | None) -> date | None:
    return timezone.localdate(istante) if istante else None


def righe(circolare: Circolare, oggi: date) -> list[Riga]:
    """All who received it, by surname. Seven queries, however many they are."""
    ruoli, luoghi = _ruoli_e_sedi(circolare, oggi)
    ricevute = (
        RicevutaCircolare.objects.filter(istituto_id=circolare.istituto_id, circolare=circolare)
        .select_related("persona__utente")
        .order_by("persona__cognome", "persona__nome", "pk")
    )
    return [
        Riga(
            persona=ricevuta.persona,
            ruoli=ruoli.get(ricevuta.persona_id, (NON_PIU,)),
            sedi=luoghi.get(ricevuta.persona_id, ()),
            letta_il=ricevuta.letta_il,
            risposta=ricevuta.risposta,
            risposta_il=ricevuta.risposta_il,
            stato=stato_di(circolare, ricevuta, oggi, tenuta=ricevuta.persona_id in ruoli),
        )
        for ricevuta in ricevute
    ]


Nomi = dict[int, tuple[str, ...]]


def _ruoli_e_sedi(circolare: Circolare, oggi: date) -> tuple[Nomi, Nomi]:
    nomi = dict(Sede.objects.filter(istituto_id=circolare.istituto_id).values_list("pk", "nome"))
    ruoli: dict[int, dict[str, None]] = {}
    luoghi: dict[int, dict[str, None]] = {}
    for veste in vesti(circolare.istituto_id, destinatari(circolare), oggi):
        ruolo = con_maiuscola(rules.RUOLI.get(veste.ruolo, veste.ruolo))
        ruoli.setdefault(veste.persona_id, {})[ruolo] = None
        if veste.sede_id:
            luoghi.setdefault(veste.persona_id, {})[nomi[veste.sede_id]] = None
    return _in_ordine(ruoli), _in_ordine(luoghi)


def _in_ordine(insieme: dict[int, dict[str, None]]) -> Nomi:
    return {chi: tuple(sorted(nomi)) for chi, nomi in insieme.items()}


def conti(righe: Iterable[Riga], campo: str) -> list[Conto]:
    """How many per role (``ruoli``) or per seat (``sedi``); who has two counts in both.

    Who has said nothing and no longer has to is in no count.
    """
    totale, detto = Counter[str](), Counter[str]()
    for riga in (riga for riga in righe if not riga.non_piu):
        for nome in getattr(riga, campo) or ("Senza sede",):
            totale[nome] += 1
            detto[nome] += riga.detto
    return [Conto(nome, detto[nome], totale[nome]) for nome in sorted(totale)]


def mancano(circolare: Circolare) -> QuerySet[RicevutaCircolare]:
    """The receipts of who has not said what the circular asks."""
    manca = Q(letta_il__isnull=True)
    if circolare.riscontro in rules.CON_RISPOSTA:
        manca = Q(risposta_il__isnull=True)
    return RicevutaCircolare.objects.filter(
        manca, istituto_id=circolare.istituto_id, circolare=circolare
    )


def ultimo_sollecito(circolare: Circolare) -> datetime | None:
    """When who is missing was reminded last."""
    return (
        Promemoria.objects.filter(
            istituto_id=circolare.istituto_id, tipo=SOLLECITO, riferimento=str(circolare.pk)
        )
        .order_by("-dovuto_il")
        .values_list("dovuto_il", flat=True)
        .first()
    )

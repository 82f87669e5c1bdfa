"""A procedure as its page shows it: facts, numbers, who says by when and how many."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from django.db.models import Count, Q, QuerySet

from bonus_merito.enums import StatoCriteri, StatoProcedura, StatoRichiesta
from bonus_merito.models import Criteri, Criterio, Fondo, Procedura, Requisiti, Richiesta
from bonus_merito.queries.criteri.lettura import all_albo
from bonus_merito.queries.partecipanti import partecipanti
from bonus_merito.queries.proprie import CONCORRONO, conta_di
from bonus_merito.queries.regole import parametri_di, regole_di
from bonus_merito.queries.visibili import CONTROLLANO, PREPARANO
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.richiesta import RICHIESTA
from bonus_merito.rules.taglio import Limiti, limiti
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola, giorno_e_ora, plurale

S = StatoProcedura
RICHIESTA_ENTRO = "bonus.richiesta_entro"


def fondi(istituto_id: int) -> QuerySet[Fondo]:
    """The funds of a school, the latest year first."""
    return Fondo.objects.filter(istituto_id=istituto_id).select_related("anno_scolastico")


def criteri_adottati(istituto_id: int) -> QuerySet[Criteri]:
    """The criteria in force of a school."""
    righe = Criteri.objects.filter(istituto_id=istituto_id, stato=StatoCriteri.ADOTTATI.value)
    return righe.select_related("anno_scolastico")


def criteri_scelti(procedura: Procedura) -> QuerySet[Criterio]:
    """The criteria among which an activity of a procedure is declared."""
    return Criterio.objects.filter(
        istituto_id=procedura.istituto_id, area__criteri=procedura.criteri_id
    ).order_by("area__area", "ordine", "pk")


@dataclass(frozen=True)
class Numeri:
    """What the office and who directs see of a procedure, in figures.

    ``non_inviate`` are the drafts, ``riprese`` those among them that were sent once.
    """

    inviate: int
    d_ufficio: int
    non_inviate: int
    riprese: int
    controllati: int

    @property
    def dette_non_inviate(self) -> str:
        """The drafts, which nobody assesses, in words; empty where there is none."""
        if not self.non_inviate:
            return ""
        testo = plurale(self.non_inviate, "richiesta non inviata", "richieste non inviate")
        riprese = plurale(self.riprese, "ripresa dopo l’invio", "riprese dopo l’invio")
        di_cui = f", di cui {riprese}" if self.riprese else ""
        return f"{testo}{di_cui}: {'non conta' if self.non_inviate == 1 else 'non contano'}"

    @property
    def da_controllare(self) -> int:
        return max(self.inviate + self.d_ufficio - self.controllati, 0)


def numeri(procedura: Procedura) -> Numeri:
    """How many sent a request, how many were looked at. Two queries."""
    righe = Richiesta.objects.filter(istituto_id=procedura.istituto_id, procedura=procedura)
    bozze = Q(stato=StatoRichiesta.BOZZA.value)
    conti = righe.aggregate(
        inviate=Count("pk", filter=Q(stato=StatoRichiesta.INVIATA.value)),
        d_ufficio=Count("pk", filter=Q(stato=StatoRichiesta.D_UFFICIO.value)),
        non_inviate=Count("pk", filter=bozze),
        riprese=Count("pk", filter=bozze & Q(inviata_il__isnull=False)),
    )
    controllati = Requisiti.objects.filter(
        istituto_id=procedura.istituto_id,
        procedura=procedura,
        persona__in=righe.filter(stato__in=CONCORRONO).values("persona"),
    ).count()
    return Numeri(controllati=controllati, **conti)


@dataclass(frozen=True)
class PaginaProcedura:
    """A procedure for who looks at it; ``numeri`` only for who prepares it.

    ``richiesta`` is the row that counts: the one judged, else the one begun.
    """

    procedura: Procedura
    adesso: datetime
    richiesta: Richiesta | None
    numeri: Numeri | None
    limiti: Limiti | None
    controlla: bool

    @property
    def scaduta(self) -> bool:
        """Open, and its term is over: it waits to be closed."""
        scade = self.procedura.scade
        aperta = self.procedura.stato == S.APERTA.value
        return aperta and scade is not None and self.adesso >= scade

    @property
    def si_chiede(self) -> bool:
        return self.procedura.stato == S.APERTA.value and not self.scaduta

    @property
    def decretata(self) -> bool:
        return self.procedura.decretata_il is not None

    @property
    def ha_esito(self) -> bool:
        """Decreed, and the person took part."""
        return self.decretata and self.richiesta is not None and self.richiesta.stato in CONCORRONO

    @property
    def criteri_all_albo(self) -> bool:
        """Whether everybody could read the criteria: without, the requests are not opened."""
        return all_albo(self.procedura.criteri)

    @property
    def si_corregge(self) -> bool:
        """Whether the number of the tenured may still be corrected."""
        return self.procedura.stato in (S.APERTA.value, S.IN_VALUTAZIONE.value)

    @property
    def si_annulla(self) -> bool:
        return self.procedura.stato in (S.BOZZA.value, S.APERTA.value, S.IN_VALUTAZIONE.value)

    @property
    def nessuna(self) -> bool:
        """The term is over and nobody asked: one goes on of office (art. 4)."""
        return self.scaduta and self.numeri is not None and not self.numeri.inviate


def pagina_procedura(contesto: Contesto, procedura: Procedura) -> PaginaProcedura:
    """What the page of a procedure shows to this person. Four queries at most."""
    prepara = not frozenset(procedura.vesti).isdisjoint(PREPARANO)
    return PaginaProcedura(
        procedura=procedura,
        adesso=contesto.adesso,
        richiesta=conta_di(contesto, procedura),
        numeri=numeri(procedura) if prepara else None,
        limiti=_limiti(procedura) if procedura.in_servizio else None,
        controlla=contesto.ha(*CONTROLLANO),
    )


def _limiti(procedura: Procedura) -> Limiti:
    regole = regole_di(procedura)
    return limiti(procedura.in_servizio, regole.minimo, regole.massimo)


def motivi(procedura: Procedura, oggi: date) -> dict[str, list[Motivo]]:
    """The reasons of the figures of the page, by the name that the address asks for."""
    regole = regole_di(procedura, oggi)
    detti = {"termine": [_motivo_del_termine(procedura, oggi)]}
    if procedura.in_servizio:
        quanti = limiti(procedura.in_servizio, regole.minimo, regole.massimo)
        di_ruolo = plurale(procedura.in_servizio, "persona di ruolo", "persone di ruolo")
        detti["beneficiari"] = [
            Motivo(
                "minimo", regole.minimo.fonte,
                f"Almeno {quanti.minimo}: {_parte(regole.minimo.valore)} di {di_ruolo}, per "
                f"eccesso.{regole.minimo.altra_fonte}",
            ),
            Motivo(
                "massimo", regole.massimo.fonte,
                f"Al più {quanti.massimo}: {_parte(regole.massimo.valore)} di {di_ruolo}, per "
                f"eccesso.{regole.massimo.altra_fonte}",
            ),
        ]  # fmt: skip
    return detti


def _parte(valore: Fraction) -> str:
    return f"il {in_cifre(100 * valore)} per cento"


def _motivo_del_termine(procedura: Procedura, oggi: date) -> Motivo:
    entro = parametri_di(procedura, oggi)[RICHIESTA_ENTRO]
    giorni = plurale(entro.come(int), "giorno", "giorni")
    if procedura.scade is None:
        return Motivo(
            "termine", entro.fonte, f"Il termine lo fissa il dirigente: di solito {giorni}."
        )
    testo = (
        f"{con_maiuscola(giorno_e_ora(procedura.scade))}: il termine lo fissa il dirigente, che di "
        f"solito dà {giorni}."
    )
    return Motivo("termine", f"{RICHIESTA}; {entro.fonte}", testo)


def termine_proposto(procedura: Procedura, oggi: date) -> date:
    """The day that the opening proposes: as many days as the school gives. One query."""
    giorni = parametri_di(procedura, oggi)[RICHIESTA_ENTRO].come(int)
    return oggi + timedelta(days=min(giorni, 365))


def quanti_concorrono(procedura: Procedura, oggi: date) -> int:
    """How many hold a role of the category: the dirigente takes off who is not tenured."""
    return partecipanti(procedura, oggi).count()

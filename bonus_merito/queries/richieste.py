"""The own request as its page shows it: the grid, what is missing, what is claimed twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from bonus_merito.enums import Area, Categoria, StatoProcedura, StatoRichiesta
from bonus_merito.models import Attivita, Criterio, Procedura, Prova, Richiesta
from bonus_merito.queries.doppi import Altrove, altrove
from bonus_merito.queries.partecipanti import partecipanti
from bonus_merito.rules.richiesta import Dichiarata, contro_l_invio, incompleta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.enums import TipoIstituto

S = StatoRichiesta


def serve_gruppo(procedura: Procedura) -> bool:
    """Whether the list of the outcome has parts: of teachers, in a school for adults (art. 9)."""
    docenti = procedura.categoria == Categoria.DOCENTI.value
    return docenti and procedura.istituto.tipo == TipoIstituto.CPIA


def chi_legge(procedura: Procedura) -> str:
    """Who sees a request, in words: in that of its own staff the office does not read the grids."""
    if procedura.categoria == Categoria.ATA.value:
        return (
            "Attività, prove e PDF li legge solo il dirigente. L’ufficio vede che hai chiesto e "
            "controlla ruolo, assenze e sanzioni; i colleghi che chiedono e il Comitato niente "
            "di ciò che dichiari."
        )
    return (
        "Attività e prove le vede il dirigente, che le valuta. L’ufficio di segreteria legge il "
        "PDF che invii e controlla ruolo, assenze e sanzioni. Non le vedono i colleghi né il "
        "Comitato."
    )


@dataclass(frozen=True)
class Voce:
    """An activity of the grid: its place, what it lacks, where its evidence is claimed too."""

    numero: int
    attivita: Attivita
    doppie: Sequence[Altrove] = ()

    @property
    def dichiarata(self) -> Dichiarata:
        una = self.attivita
        return Dichiarata(self.numero, una.titolo, una.testo, una.dal, una.al)

    @property
    def manca(self) -> list[str]:
        """What it still lacks, in words."""
        return incompleta(self.dichiarata)


@dataclass(frozen=True)
class Griglia:
    """A request with its activities, judged at ``adesso``."""

    procedura: Procedura
    richiesta: Richiesta
    voci: Sequence[Voce]
    adesso: datetime
    oggi: date
    tenute: frozenset[str] = field(default_factory=frozenset)

    @property
    def aperta(self) -> bool:
        """Whether one may still ask, change, take back."""
        return si_chiede(self.procedura, self.adesso)

    @property
    def in_bozza(self) -> bool:
        return self.richiesta.stato == S.BOZZA.value

    @property
    def modificabile(self) -> bool:
        """Whether the owner may write the grid now."""
        return self.aperta and self.in_bozza

    @property
    def era_inviata(self) -> bool:
        """A draft now, that was sent once: it counts nothing until it is sent again."""
        return self.in_bozza and self.richiesta.inviata_il is not None

    @property
    def serve_gruppo(self) -> bool:
        return serve_gruppo(self.procedura)

    @cached_property
    def contro(self) -> list[Violazione]:
        """What stops it from being sent."""
        return contro_l_invio(
            [voce.dichiarata for voce in self.voci],
            gruppo=self.richiesta.gruppo,
            serve_gruppo=self.serve_gruppo,
            inizio=self.procedura.fondo.anno_scolastico.inizio,
            oggi=self.oggi,
        )


def si_chiede(procedura: Procedura, adesso: datetime) -> bool:
    """Whether one may ask at this instant."""
    scade = procedura.scade
    return procedura.stato == StatoProcedura.APERTA.value and scade is not None and adesso < scade


def puo_chiedere(contesto: Contesto, procedura: Procedura) -> bool:
    """Whether the person is one who may ask today. One query."""
    return partecipanti(procedura, contesto.oggi).filter(pk=contesto.persona.pk).exists()


def griglia(contesto: Contesto, richiesta: Richiesta) -> Griglia:
    """A request for its page; doubles are those of its owner alone. Four queries."""
    attivita = attivita_di(richiesta)
    doppie = doppie_di(richiesta, attivita)
    return Griglia(
        procedura=richiesta.procedura,
        richiesta=richiesta,
        voci=voci(attivita, doppie),
        adesso=contesto.adesso,
        oggi=contesto.oggi,
        tenute=frozenset(richiesta.vesti),
    )


def doppie_di(
    richiesta: Richiesta, attivita: Iterable[Attivita]
) -> Mapping[int, Sequence[Altrove]]:
    """Where the evidence of these is claimed too, for who writes them. Two queries.

    The owner is told of the own; of office it is the dirigente, who sees no draft.
    """
    d_ufficio = richiesta.stato == S.D_UFFICIO.value
    solo_di = None if d_ufficio else richiesta.persona_id
    return altrove(richiesta.istituto_id, [una.pk for una in attivita], solo_di=solo_di)


def attivita_di(richiesta: Richiesta) -> list[Attivita]:
    """The activities of a request with criterion and evidence. Three queries at most."""
    righe = Attivita.objects.filter(istituto_id=richiesta.istituto_id, richiesta=richiesta)
    return list(righe.select_related("criterio__area").prefetch_related("prove__atto__protocollo"))


def prove_di(attivita: Attivita) -> list[Prova]:
    """The evidence of one activity with the acts that it cites. One query."""
    return list(attivita.prove.select_related("atto__protocollo"))


def voci(attivita: Iterable[Attivita], doppie: Mapping[int, Sequence[Altrove]]) -> list[Voce]:
    """The activities numbered as they stand."""
    return [
        Voce(numero, una, doppie.get(una.pk, ())) for numero, una in enumerate(attivita, start=1)
    ]


@dataclass(frozen=True)
class Intestata:
    """A heading (A1) with its criteria."""

    codice: str
    titolo: str
    criteri: Sequence[Criterio]


def criteri_di(procedura: Procedura) -> list[tuple[Area, list[Intestata]]]:
    """The criteria of a procedure by area and heading, with their indicators. Two queries."""
    righe = (
        Criterio.objects.filter(
            istituto_id=procedura.istituto_id, area__criteri=procedura.criteri_id
        )
        .select_related("area")
        .prefetch_related("indicatori")
        .order_by("area__area", "ordine", "pk")
    )
    aree: dict[Area, dict[str, list[Criterio]]] = {}
    for riga in righe:
        aree.setdefault(Area(riga.area.area), {}).setdefault(riga.codice, []).append(riga)
    return [
        (area, [Intestata(codice, suoi[0].titolo, suoi) for codice, suoi in codici.items()])
        for area, codici in aree.items()
    ]

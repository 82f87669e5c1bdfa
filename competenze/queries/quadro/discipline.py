"""The subjects of a class on its board: who is missing, who is under way, who has registered."""

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from competenze.enums import StatoInserimento
from competenze.models import Inserimento
from competenze.queries.quadro.caricamento import ClasseDelQuadro
from competenze.queries.quadro.conteggi import Conteggi
from competenze.rules import stati
from cpia.scuola.parole import data_estesa, plurale

MANCA, IN_CORSO, FATTO = "manca", "in-corso", "fatto"
ORDINE = (MANCA, IN_CORSO, FATTO)


@dataclass(frozen=True, slots=True)
class DisciplinaDelQuadro:
    """One entry of the class: ``stato`` names its glyph, ``testo`` says the state in words.

    ``motivo`` is why the class may be frozen without it; ``sollecitata``: reminded today.
    A subject that has registered is not done while it lacks cells: a student came afterwards.
    """

    pk: int
    nome: str
    docenti: str
    stato: str
    testo: str
    fatte: int
    totale: int
    motivo: str
    sollecitata: bool
    registrata: bool

    @property
    def mancanti(self) -> int:
        """How many cells are empty."""
        return max(self.totale - self.fatte, 0)

    @property
    def completa(self) -> bool:
        """Whether it has registered every level that is asked of it."""
        return self.registrata and not self.mancanti

    @property
    def che_cosa_manca(self) -> str:
        """Why it is not complete, in words."""
        if self.registrata:
            return f"ha registrato, ma {stati.caselle_che_mancano(self.mancanti)}"
        return "non ha registrato"

    @property
    def per_congelare(self) -> stati.Disciplina:
        """What the rule of freezing asks of a subject."""
        stato = StatoInserimento.REGISTRATO if self.registrata else StatoInserimento.APERTO
        return stati.Disciplina(self.nome, stato, self.mancanti, self.motivo)


def discipline(
    classe: ClasseDelQuadro, conteggi: Conteggi, sollecitate: AbstractSet[int] = frozenset()
) -> tuple[DisciplinaDelQuadro, ...]:
    """The subjects of the class, the missing ones first, then by name."""
    volte = Counter(i.cattedra.disciplina_id for i in classe.inserimenti)
    tutte = [
        _disciplina(
            inserimento,
            classe,
            conteggi.fatte.get(inserimento.pk, 0),
            con_gruppo=volte[inserimento.cattedra.disciplina_id] > 1,
            sollecitata=inserimento.pk in sollecitate,
        )
        for inserimento in classe.inserimenti
    ]
    return tuple(sorted(tutte, key=lambda una: ORDINE.index(una.stato)))


def _disciplina(
    inserimento: Inserimento,
    classe: ClasseDelQuadro,
    fatte: int,
    *,
    con_gruppo: bool,
    sollecitata: bool,
) -> DisciplinaDelQuadro:
    totale = len(classe.colonne_di(inserimento)) * len(classe.studenti_di(inserimento))
    stato = _stato(inserimento, fatte, totale)
    return DisciplinaDelQuadro(
        pk=inserimento.pk,
        nome=_nome(inserimento, con_gruppo=con_gruppo),
        docenti=classe.docenti_di(inserimento) or "nessun docente incaricato",
        stato=stato,
        testo=_testo(inserimento, stato, fatte, totale, classe.oggi),
        fatte=fatte,
        totale=totale,
        motivo=inserimento.motivo_mancanza,
        sollecitata=sollecitata,
        registrata=inserimento.stato == StatoInserimento.REGISTRATO,
    )


def _nome(inserimento: Inserimento, *, con_gruppo: bool) -> str:
    nome, gruppo = inserimento.cattedra.disciplina.nome, inserimento.cattedra.gruppo
    return f"{nome} ({gruppo.nome})" if con_gruppo and gruppo else nome


def _stato(inserimento: Inserimento, fatte: int, totale: int) -> str:
    if inserimento.stato == StatoInserimento.REGISTRATO:
        return FATTO if fatte >= totale else IN_CORSO
    return IN_CORSO if fatte else MANCA


def _testo(inserimento: Inserimento, stato: str, fatte: int, totale: int, oggi: date) -> str:
    if inserimento.registrato_il:
        registrata = f"registrata il {data_estesa(inserimento.registrato_il, oggi)}"
        if stato == FATTO:
            return registrata
        return f"{registrata}, ma {stati.caselle_che_mancano(totale - fatte)}"
    if stato == IN_CORSO:
        return f"in corso: {fatte} su {plurale(totale, 'casella', 'caselle')}"
    return "manca: nessun livello"

"""Who is level across the cut, how many places there are, what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bonus_merito.models import Parita, Procedura
from bonus_merito.queries.quadro import fascicolo_di, giudicato
from bonus_merito.queries.righe import QuadroDiProcedura, Riga


@dataclass(frozen=True, slots=True)
class AllaPari:
    """A tie across the cut: ``posti`` are those left for the people who are level."""

    righe: Sequence[Riga]
    posti: int
    quota: Fraction
    fonte: str
    decisa: Parita | None

    @property
    def ids(self) -> frozenset[int]:
        """The requests that are level."""
        return frozenset(riga.richiesta.pk for riga in self.righe)


def alla_pari(procedura: Procedura) -> AllaPari | None:
    """The tie of a procedure, also when it is decided already. Four queries."""
    fascicolo = fascicolo_di(procedura)
    deciso = giudicato(fascicolo)
    aperto = giudicato(replace(fascicolo, parita=[])) if deciso.decisa else deciso
    return parita_del(aperto, deciso.decisa)


def parita_del(aperto: QuadroDiProcedura, decisa: Parita | None = None) -> AllaPari | None:
    """The tie that a judgement leaves open. No query."""
    pari = aperto.quadro.taglio.pari
    if not pari:
        return None
    righe = [riga for riga in aperto.righe if riga.chiave in pari]
    quota = next(e.percentuale for e in aperto.quadro.esiti if e.docente.id == pari[0])
    sopra = sum(e.fascia is not None and e.percentuale > quota for e in aperto.quadro.esiti)
    posti = aperto.quadro.limiti.massimo - sopra
    return AllaPari(righe, posti, quota, aperto.regole.massimo.fonte, decisa)

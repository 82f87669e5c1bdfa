"""What the certificates of a class must hold: what is assessed, who studies which language."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from competenze.models import Abbinamento, ClasseRilevata, Competenza
from cpia.scuola.models import Cattedra, Iscrizione


@dataclass(frozen=True, slots=True)
class Attese:
    """The competences that some subject of the course assesses, and the languages of each."""

    _valutate: frozenset[int]
    _di_tutti: frozenset[str]
    _di_gruppo: Mapping[int, frozenset[str]]

    def valutata(self, competenza: Competenza) -> bool:
        """Whether a subject of the course assesses it."""
        return competenza.pk in self._valutate

    def lingue(self, iscrizione: Iscrizione, competenza: Competenza) -> frozenset[str]:
        """The languages in which a student has a level there; one empty word when it is one."""
        if not competenza.per_lingua:
            return frozenset({""})
        return self._di_tutti | self._di_gruppo.get(iscrizione.pk, frozenset())


def attese(rilevata: ClasseRilevata) -> Attese:
    """Read from pairs and cattedre, not from the entries: one may be missing. Two queries."""
    valutate = Abbinamento.objects.filter(
        istituto_id=rilevata.istituto_id,
        rilevazione_id=rilevata.rilevazione_id,
        corso_id=rilevata.classe.corso_id,
    ).values_list("competenza_id", flat=True)
    di_tutti = set()
    di_gruppo = defaultdict(set)
    for lingua, gruppo, iscrizione in (
        Cattedra.objects.filter(istituto_id=rilevata.istituto_id, classe_id=rilevata.classe_id)
        .exclude(disciplina__lingua="")
        .values_list("disciplina__lingua", "gruppo_id", "gruppo__appartenenze__iscrizione_id")
    ):
        if gruppo:
            di_gruppo[iscrizione].add(lingua)
        else:
            di_tutti.add(lingua)
    return Attese(
        frozenset(valutate),
        frozenset(di_tutti),
        {chi: frozenset(lingue) for chi, lingue in di_gruppo.items()},
    )

"""Whether every student has a level wherever the certificate wants one, and nowhere else."""

from collections.abc import Iterator

from competenze.models import Competenza
from competenze.queries import certificati as lettura
from competenze.queries.attese import Attese
from competenze.queries.classe import Colonna
from competenze.rules.motivi import DM_14
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Iscrizione

RIMEDIO = "il dirigente riapre la classe e la si congela di nuovo."


def verifica_caselle(congelata: lettura.ClasseCongelata, attese: Attese) -> list[Violazione]:
    """What the frozen proposal lacks, or has of a language left since, against what is expected.

    Source: DM 14/2024, the model has a level for every competence, and one for every language.
    """
    deliberate = {colonna.competenza for colonna in congelata.colonne}
    violazioni = []
    for competenza in congelata.classe.competenze:
        if not attese.valutata(competenza) and competenza not in deliberate:
            violazioni.append(_non_valutata(competenza))
            continue
        for iscrizione in congelata.iscrizioni:
            violazioni += _dello_studente(congelata, attese, iscrizione, competenza)
    return violazioni


def _dello_studente(
    congelata: lettura.ClasseCongelata,
    attese: Attese,
    iscrizione: Iscrizione,
    competenza: Competenza,
) -> Iterator[Violazione]:
    dovute = attese.lingue(iscrizione, competenza)
    presenti = {
        colonna.lingua
        for colonna in congelata.colonne
        if colonna.competenza == competenza and congelata.livello(iscrizione, colonna)
    }
    if not dovute and not presenti:
        yield _nessuna_lingua(iscrizione, competenza)
    for lingua in sorted(dovute - presenti):
        yield _mancante(iscrizione, Colonna(competenza, lingua))
    for lingua in sorted(presenti - dovute):
        yield _non_studiata(iscrizione, Colonna(competenza, lingua))


def _non_valutata(competenza: Competenza) -> Violazione:
    testo = (
        f"Nessuna disciplina valuta «{competenza.nome}»: la segreteria completa la tabella delle "
        f"discipline, poi {RIMEDIO}"
    )
    return Violazione("competenza_non_valutata", testo, DM_14)


def _mancante(iscrizione: Iscrizione, colonna: Colonna) -> Violazione:
    testo = f"{iscrizione.persona}, {colonna.nome}: nella classe congelata non c’è; {RIMEDIO}"
    return Violazione("livello_mancante", testo, DM_14)


def _nessuna_lingua(iscrizione: Iscrizione, competenza: Competenza) -> Violazione:
    testo = (
        f"{iscrizione.persona}, {competenza.nome}: non segue nessuna lingua della classe. "
        f"Si mette nel suo gruppo, poi {RIMEDIO}"
    )
    return Violazione("nessuna_lingua", testo, DM_14)


def _non_studiata(iscrizione: Iscrizione, colonna: Colonna) -> Violazione:
    testo = (
        f"{iscrizione.persona}, {colonna.nome}: ha un livello in una lingua che non segue più; "
        f"{RIMEDIO}"
    )
    return Violazione("lingua_non_studiata", testo, DM_14)

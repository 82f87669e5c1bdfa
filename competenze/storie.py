"""The histories of the campaign: who may read them, their names, the words of the acts."""

from collections.abc import Collection

from competenze import access, glossario
from competenze.models import ClasseRilevata, Competenza, Inserimento, Rilevazione
from cpia.atti.storie import chi_apre, registra_parole, registra_storia
from cpia.scuola.access import Contesto
from cpia.scuola.models import Corso, Iscrizione


def registra() -> None:
    """Make them known to the register."""
    registra_storia(
        Rilevazione._meta.label_lower,
        puo_vedere=chi_apre(access.rilevazione),
        nome=lambda contesto, pk: access.rilevazione(contesto, pk).titolo,
    )
    registra_storia(
        ClasseRilevata._meta.label_lower,
        puo_vedere=chi_apre(access.classe_consultabile),
        nome=lambda contesto, pk: str(access.classe_consultabile(contesto, pk).classe),
    )
    registra_storia(
        Inserimento._meta.label_lower,
        puo_vedere=chi_apre(access.inserimento_consultabile),
        nome=_nome_inserimento,
    )
    registra_parole(
        azioni=glossario.AZIONI,
        campi=glossario.CAMPI,
        valori=glossario.VALORI,
        nomi={"iscrizione": studenti, "competenza": competenze, "corso": corsi},
        elenchi={"iscrizioni": studenti, "inserimenti": discipline},
    )


def _nome_inserimento(contesto: Contesto, pk: int) -> str:
    inserimento = access.inserimento_consultabile(contesto, pk)
    return f"{inserimento.classe_rilevata.classe}, {inserimento.cattedra.disciplina}"


def studenti(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The students of these iscrizioni."""
    righe = Iscrizione.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return {riga.pk: str(riga.persona) for riga in righe.select_related("persona")}


def competenze(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The competences, which are the same for the whole network."""
    return dict(Competenza.objects.filter(pk__in=ids).values_list("pk", "nome_breve"))


def discipline(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The subjects of these entries."""
    righe = Inserimento.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return dict(righe.values_list("pk", "cattedra__disciplina__nome"))


def corsi(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The courses of study."""
    return dict(Corso.objects.filter(istituto_id=istituto_id, pk__in=ids).values_list("pk", "nome"))

"""Whether an outcome may be recorded for a student."""

from datetime import date

from cpia.scuola.anno.rules.esiti import Esito, NuovoAnno, StudenteLetto, ammissibile


def obiezione(
    studente: StudenteLetto,
    anno: NuovoAnno,
    *,
    esito: str,
    arrivo_id: int | None,
    ultimo_giorno: date | None,
) -> str:
    """Why the outcome cannot be recorded, in Italian; empty when it can.

    That the usual class of arrival does not exist yet is no objection: the preview says it.
    """
    if studente.passato:
        return "è già passato: si corregge dalle iscrizioni del nuovo anno"
    if ultimo_giorno is not None:
        return _giorno(studente, anno, esito, ultimo_giorno)
    if esito == Esito.AMMESSO and studente.classe.ultima:
        return f"la {studente.classe.detta} è l’ultimo anno del corso: conclude oppure ripete"
    if arrivo_id is not None:
        return _arrivo(studente, anno, esito, arrivo_id)
    return ""


def _giorno(studente: StudenteLetto, anno: NuovoAnno, esito: str, giorno: date) -> str:
    if esito != Esito.LASCIA:
        return "l’ultimo giorno si scrive solo per chi lascia la scuola"
    dal, al = studente.dal, anno.fine_del_vecchio
    if dal <= giorno <= al:
        return ""
    return f"l’ultimo giorno va dal {dal:%d/%m/%Y} al {al:%d/%m/%Y}"


def _arrivo(studente: StudenteLetto, anno: NuovoAnno, esito: str, arrivo_id: int) -> str:
    if esito not in {Esito.AMMESSO, Esito.NON_AMMESSO}:
        return "la classe di arrivo si sceglie solo per chi è ammesso o ripete"
    arrivo = anno.classi.get(arrivo_id)
    if arrivo is None:
        return f"la classe di arrivo non è fra quelle del {anno.detto}"
    return ammissibile(studente.classe, esito, arrivo)

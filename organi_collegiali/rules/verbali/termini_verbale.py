"""What a school asks of minutes beside their text: a copy to the direction, before convening."""

from collections.abc import Sequence
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import plurale

CM_105: Final = "C.M. 16 aprile 1975, n. 105, art. 1: processo verbale"


def verifica_copia(
    *, dovuta: bool, mandata: bool, vuoti: Sequence[str], senza_esito: Sequence[int]
) -> list[Violazione]:
    """Why a copy of the minutes may not go to the direction; empty when it may.

    Once, where the regulation asks for it (`003`), and of minutes that are written.
    """
    if not dovuta:
        testo = "Il regolamento non chiede una copia in direzione: chi dirige legge il verbale qui."
        return [Violazione("non_dovuta", testo, CM_105)]
    if mandata:
        return [Violazione("gia_mandata", "La copia è già stata mandata in direzione.", "")]
    trovate = [Violazione("parte_vuota", f"Manca {parte}.", CM_105) for parte in vuoti]
    if senza_esito:
        punti = ", ".join(str(ordine) for ordine in senza_esito)
        trovate.append(Violazione("senza_esito", f"Manca l’esito dei punti {punti}.", CM_105))
    return trovate


def giudica_convocazione(approvati: Sequence[int], regola: Valore[bool]) -> Motivo | None:
    """What speaks against convening a sitting now: approved minutes that are not published yet.

    ``approvati`` are the numbers of their sittings. The words of `001` art. 9 bind who publishes
    («e comunque prima del giorno della convocazione successiva»), they do not make a convocation
    void: who convenes all the same must know it.
    """
    if not regola.valore or not approvati:
        return None
    quali = ", ".join(f"n. {numero}" for numero in approvati)
    verbo = "va pubblicato" if len(approvati) == 1 else "vanno pubblicati"
    testo = (
        f"Prima di convocare {verbo} "
        f"{plurale(len(approvati), 'verbale approvato', 'verbali approvati')} ({quali})."
    )
    return Motivo("verbale_prima_di_convocare", regola.fonte, testo)


def verifica_convocazione(motivo: Motivo | None, *, nonostante: bool) -> list[Violazione]:
    """Why a convocation does not leave: nobody has said that it leaves all the same."""
    if motivo is None or nonostante:
        return []
    testo = f"{motivo.testo} Pubblicalo, oppure conferma che l’avviso parte lo stesso."
    return [Violazione("verbale_da_pubblicare", testo, motivo.fonte, "nonostante")]

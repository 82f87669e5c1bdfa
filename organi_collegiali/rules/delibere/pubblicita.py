"""Whether a deliberation goes on the albo (D.Lgs. 297/1994 art. 43)."""

from cpia.norme.rules.motivi import Violazione

ART_43 = (
    "D.Lgs. 297/1994, art. 43: non si pubblicano gli atti su singole persone, "
    "salvo richiesta dell’interessato"
)


def verifica_pubblicita(
    *, riservata: bool, su_persone: bool, chiesta: bool, pubblicata: bool
) -> list[Violazione]:
    """Why a deliberation is not published; ``chiesta`` by the person whom it concerns."""
    if pubblicata:
        return [Violazione("pubblicata", "È già all’albo.", "")]
    if riservata:
        frase = "È riservata: all’albo non va niente."
        return [Violazione("riservata", frase, "D.Lgs. 297/1994, art. 43")]
    if su_persone and not chiesta:
        frase = "Riguarda una persona: si pubblica solo se lo chiede lei."
        return [Violazione("su_persone", frase, ART_43, "chiesta")]
    return []


def verifica_nome_contrario(
    *, palese: bool, contrari: int | None, gia_scritti: int, ha_votato_contro: bool, chiusa: bool
) -> list[Violazione]:
    """Why a name is not written among those against.

    Only in an open vote, while the sitting lasts, and for no more names than votes against.
    ``ha_votato_contro`` is what was recorded by name, or true where only the figures are known.
    """
    if not palese:
        return [Violazione("segreta", "Il voto era segreto: nessun nome si scrive.", "")]
    if chiusa:
        frase = "La seduta è finita, o l’estratto è già stampato: i nomi non si aggiungono più."
        return [Violazione("chiusa", frase, "")]
    if not ha_votato_contro or not contrari:
        return [Violazione("non_contrario", "Non risulta che abbia votato contro.", "")]
    if gia_scritti >= contrari:
        frase = f"I contrari sono {contrari}, e i nomi ci sono già tutti."
        return [Violazione("troppi", frase, "")]
    return []

"""Whether an organ may deliberate on what was voted."""

from cpia.norme.rules.motivi import Valore, Violazione
from organi_collegiali.enums import GenereVotazione, TipoOrgano

# On these the organ decides how to go on, not what is deliberated.
SENZA_DELIBERA = frozenset(
    {GenereVotazione.EMENDAMENTO, GenereVotazione.AMMISSIONE, GenereVotazione.ORDINE}
)


def verifica_adozione(
    tipo: TipoOrgano,
    *,
    genere: GenereVotazione,
    approvata: bool | None,
    testo: str,
    dipartimenti: Valore[bool] | None,
) -> list[Violazione]:
    """What stands against a deliberation on this vote."""
    violazioni = verifica_organo(tipo, dipartimenti)
    if genere in SENZA_DELIBERA:
        frase = f"Su {genere.etichetta} si vota, ma non si delibera."
        violazioni.append(Violazione("genere", frase, "D.Lgs. 297/1994, art. 37 c. 3"))
    if not approvata:
        frase = "Non è stata approvata: non c’è che cosa deliberare."
        violazioni.append(Violazione("non_approvata", frase, "D.Lgs. 297/1994, art. 37 c. 3"))
    if not testo.strip():
        frase = "Manca il testo: scrivi che cosa l’organo delibera."
        violazioni.append(Violazione("testo", frase, "", "testo"))
    return violazioni


def verifica_organo(tipo: TipoOrgano, dipartimenti: Valore[bool] | None) -> list[Violazione]:
    """Why an organ does not deliberate, with both sources where they differ.

    A dipartimento proposes to the Collegio (`004` art. 4) unless ``dipartimenti`` says otherwise.
    """
    if tipo.delibera:
        return []
    if tipo is TipoOrgano.DIPARTIMENTO and dipartimenti is not None:
        if dipartimenti.valore:
            return []
        frase = f"I dipartimenti propongono, non deliberano.{dipartimenti.altra_fonte}"
        return [Violazione("organo", frase, dipartimenti.fonte)]
    frase = f"{tipo.etichetta}: non delibera, propone."
    return [Violazione("organo", frase, "D.Lgs. 297/1994, art. 15")]

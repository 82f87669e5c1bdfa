"""Who decided does not judge the appeal against the own act; when the law wants it all the same.

Source: nota 31 luglio 2008, n. 3602; L. 241/1990, art. 6-bis; D.P.R. 249/1998, art. 5 c. 1.
"""

from cpia.norme.rules.motivi import Violazione
from disciplina.enums import ComponenteGaranzia, OrganoCompetente, Parte
from disciplina.rules.fonti import CONFLITTO, NOTA


def parte_di_chi_ha_votato(
    componente: ComponenteGaranzia, organo: OrganoCompetente
) -> Parte | None:
    """In what quality who voted the sanction comes to the appeal against it.

    The dirigente who presided over a council still presides: the Statute wants him there. Who
    imposed it alone is a party as anybody else.
    """
    collegiale = organo in (OrganoCompetente.CONSIGLIO_CLASSE, OrganoCompetente.CONSIGLIO_ISTITUTO)
    if componente is ComponenteGaranzia.DIRIGENTE and collegiale:
        return None
    return Parte.HA_DECISO


def contro_commissario(
    *, decide_il_consiglio: bool, garanzia_sostituita: bool, consiglio_sostituito: bool
) -> list[Violazione]:
    """The same commissario straordinario cannot suspend and then judge the appeal."""
    if not (decide_il_consiglio and garanzia_sostituita and consiglio_sostituito):
        return []
    testo = (
        "Il commissario straordinario ha deciso la sanzione al posto del consiglio d’istituto: non "
        "può giudicare il ricorso contro il proprio atto. Giudica l’organo di garanzia con i suoi "
        "componenti."
    )
    return [Violazione("giudice_del_proprio_atto", testo, f"{NOTA}; {CONFLITTO}", "giudice")]

"""The histories of organs and sittings: who may read them, their names, the words of the acts."""

from cpia.atti.storie import chi_apre, registra_parole, registra_storia
from organi_collegiali import glossario
from organi_collegiali.access import delibere, organi, sedute, verbali
from organi_collegiali.models import Delibera, OrganoCollegiale, Seduta, Verbale


def registra() -> None:
    """Make them known to the register."""
    registra_storia(
        OrganoCollegiale._meta.label_lower,
        puo_vedere=chi_apre(organi.organo_da_curare),
        nome=lambda contesto, pk: organi.organo_da_curare(contesto, pk).nome,
    )
    registra_storia(
        Seduta._meta.label_lower,
        puo_vedere=chi_apre(sedute.seduta_da_condurre_o_preparare),
        nome=lambda contesto, pk: str(sedute.seduta_da_condurre_o_preparare(contesto, pk)),
    )
    registra_storia(
        Delibera._meta.label_lower,
        puo_vedere=chi_apre(delibere.delibera_da_curare),
        nome=lambda contesto, pk: str(delibere.delibera_da_curare(contesto, pk)),
    )
    registra_storia(
        Verbale._meta.label_lower,
        puo_vedere=chi_apre(verbali.verbale_da_scrivere),
        nome=lambda contesto, pk: f"verbale della {verbali.verbale(contesto, pk).seduta}",
    )
    registra_parole(azioni=glossario.AZIONI, campi=glossario.CAMPI, valori=glossario.VALORI)

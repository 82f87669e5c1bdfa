"""The parameters in force as the rules take them: who imposes, how long each term is."""

from collections.abc import Mapping
from dataclasses import dataclass

from cpia.norme.enums import Sostituto
from cpia.norme.rules.motivi import Valore
from cpia.norme.rules.parametri import Valore as DiNorma
from disciplina.enums import OrganoCompetente


@dataclass(frozen=True, slots=True)
class RegoleOrgano:
    """Who suspends up to fifteen days, who longer, up to how many days the teachers sit alone.

    ``sostituto``: who stands in for the consiglio d'istituto, None where nobody does.
    """

    breve: Valore[OrganoCompetente]
    lunga: Valore[OrganoCompetente]
    soli_docenti: Valore[int]
    sostituto: Valore[Sostituto] | None = None


@dataclass(frozen=True, slots=True)
class RegoleTermini:
    """The terms of the procedure, each with its parameter and its source."""

    irrogazione: DiNorma
    difesa: DiNorma
    comunicazione: DiNorma
    ricorso: DiNorma
    decisione: DiNorma
    reclamo: DiNorma
    garanzia_entro: DiNorma
    garanzia_preavviso: DiNorma


def regole_organo(parametri: Mapping[str, DiNorma]) -> RegoleOrgano:
    """From the parameters under ``disciplina.`` and, if it is there, the one on the consiglio."""
    soli = parametri["disciplina.soli_docenti_fino_a"]
    al_posto = parametri.get("organi.consiglio_istituto.sostituito_da")
    return RegoleOrgano(
        sostituto=_sostituto(al_posto) if al_posto else None,
        breve=_organo(parametri["disciplina.sospensione_breve.organo"]),
        lunga=_organo(parametri["disciplina.sospensione_lunga.organo"]),
        soli_docenti=Valore(soli.come(int), soli.fonte, soli.in_contrasto_con),
    )


def regole_termini(parametri: Mapping[str, DiNorma]) -> RegoleTermini:
    """From the parameters under ``disciplina.`` and ``organi.organo_garanzia.``."""
    return RegoleTermini(
        irrogazione=parametri["disciplina.irrogazione_giorni"],
        difesa=parametri["disciplina.difesa_giorni"],
        comunicazione=parametri["disciplina.comunicazione_giorni"],
        ricorso=parametri["disciplina.ricorso_giorni"],
        decisione=parametri["disciplina.decisione_giorni"],
        reclamo=parametri["disciplina.reclamo_giorni"],
        garanzia_entro=parametri["organi.organo_garanzia.richiesta.convocazione_entro"],
        garanzia_preavviso=parametri["organi.organo_garanzia.preavviso.ordinaria"],
    )


def _sostituto(valore: DiNorma) -> Valore[Sostituto] | None:
    chi = Sostituto(valore.come(str))
    return None if chi is Sostituto.NESSUNO else Valore(chi, valore.fonte, valore.in_contrasto_con)


def _organo(valore: DiNorma) -> Valore[OrganoCompetente]:
    return Valore(OrganoCompetente(valore.come(str)), valore.fonte, valore.in_contrasto_con)

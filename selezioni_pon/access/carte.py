"""Who reads the paper of a call: the same parts as its page, also who has the address of the file.

Everybody else reads it on the albo.
"""

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from selezioni_pon.queries.candidature.carte import carte_delle_candidature
from selezioni_pon.queries.graduatorie import leggibili
from selezioni_pon.queries.incarichi.carte import carte_degli_incarichi
from selezioni_pon.queries.visibili import avvisi, commissioni


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read this paper of the selections today. One query."""
    return avvisi(contesto).filter(documento=documento).exists()


def puo_leggere_candidatura(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read a paper of an application today. One query."""
    sue = carte_delle_candidature(contesto)[documento.tipo]
    return Documento.objects.filter(sue, istituto=contesto.istituto, pk=documento.pk).exists()


def puo_leggere_nomina(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read the act that names a commission: who prepares, who is in it."""
    return commissioni(contesto).filter(documento=documento).exists()


def puo_leggere_sostituzione(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read the act by which a member is replaced: the same persons."""
    return commissioni(contesto).filter(commissari__documento=documento).exists()


def puo_leggere_graduatoria(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read a ranking: who prepares, who applied, who judged."""
    return leggibili.graduatorie(contesto).filter(documento=documento).exists()


def puo_leggere_risposta(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read the answer to a complaint: who directs, who complained."""
    return leggibili.risposte(contesto).filter(documento=documento).exists()


def puo_leggere_incarico(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read a letter, a contract, an extract: who prepares, who holds it."""
    sue = carte_degli_incarichi(contesto)[documento.tipo]
    return Documento.objects.filter(sue, istituto=contesto.istituto, pk=documento.pk).exists()

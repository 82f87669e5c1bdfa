"""Which papers of the selections somebody reads: one judgement for page, file and search."""

from django.db.models import Q

from cpia.scuola.access import Contesto
from selezioni_pon.queries.candidature.carte import carte_delle_candidature
from selezioni_pon.queries.funzioni.visibili import attribuzioni
from selezioni_pon.queries.graduatorie.leggibili import carte as carte_delle_graduatorie
from selezioni_pon.queries.incarichi.carte import carte_degli_incarichi
from selezioni_pon.queries.infanzia.visibili import versioni
from selezioni_pon.queries.visibili import avvisi, commissioni


def carte(contesto: Contesto) -> dict[str, Q]:
    """For each kind of paper of this app, those that the person may read. No query by itself."""
    return {
        **carte_delle_graduatorie(contesto),
        **carte_delle_candidature(contesto),
        **carte_degli_incarichi(contesto),
        "funzione_strumentale": Q(pk__in=attribuzioni(contesto).values("documento")),
        "elenco_infanzia": Q(pk__in=versioni(contesto).values("documento")),
        "avviso_selezione": Q(pk__in=avvisi(contesto).values("documento")),
        "nomina_commissione": Q(pk__in=commissioni(contesto).values("documento")),
        "sostituzione_commissario": Q(pk__in=commissioni(contesto).values("commissari__documento")),
    }

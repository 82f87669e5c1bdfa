"""Whether the app has something to show in a school where nobody enrols."""

from django.db.models import Exists, OuterRef

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Mandato
from organi_collegiali.queries.cariche import in_carica
from patto_formativo.models import Condivisione


def ha_condivisi(contesto: Contesto) -> Exists:
    """The condition, on the row of the institute, that it was shown agreements for this person.

    For who directs, and for who sits in its section. It asks nothing by itself: the menu puts it
    in a question that every page asks anyway.
    """
    mostrati = Condivisione.objects.filter(altro_istituto=OuterRef("pk"))
    if contesto.ha(Ruolo.DIRIGENTE):
        return Exists(mostrati)
    siede = Mandato.objects.filter(
        in_carica(contesto.oggi),
        istituto=contesto.istituto,
        persona=contesto.persona,
        organo__tipo=TipoOrgano.SEZIONE_PFI.value,
    )
    return Exists(mostrati.filter(Exists(siede)))

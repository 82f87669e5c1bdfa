"""Who has which part in the bonus of a school, and which rows each part reaches."""

from collections.abc import Mapping
from typing import Final

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.expressions import BaseExpression

from bonus_merito.enums import Categoria, StatoCriteri, StatoRichiesta
from bonus_merito.models import Criteri, Istanza, Procedura, Richiesta
from cpia.norme.enums import Voce
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Mandato
from organi_collegiali.queries.cariche import in_carica

UFFICIO: Final = SEGRETERIA
# Absences, leaves and sanctions are of the personnel office: nobody else of the staff needs them.
CONTROLLANO: Final = frozenset({Ruolo.DIRIGENTE, Ruolo.DSGA, Ruolo.SEGRETERIA_PERSONALE})
# Whose work each category looks at; who directs takes part in none.
CONCORRONO: Final[Mapping[Categoria, frozenset[Ruolo]]] = {
    Categoria.DOCENTI: frozenset(
        {
            Ruolo.DOCENTE, Ruolo.COORDINATORE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR,
            Ruolo.COLLABORATORE,
        }
    ),
    Categoria.ATA: SEGRETERIA | {Ruolo.ATA},
}  # fmt: skip


class Veste(Voce):
    """As what somebody stands before the bonus."""

    DIRIGENTE = "dirigente", "dirigente"
    UFFICIO = "ufficio", "segreteria"
    COMITATO = "comitato", "componente del Comitato di valutazione"
    INTERESSATO = "interessato", "chi può chiedere"
    PARTECIPA = "partecipa", "chi ha chiesto"


V = Veste
PREPARANO: Final = (V.DIRIGENTE, V.UFFICIO)
# The requests that are judged.
IN_GARA: Final = [StatoRichiesta.INVIATA.value, StatoRichiesta.D_UFFICIO.value]
# Who has an interest in the outcome: who could take part, and who did.
INTERESSATI: Final = (V.INTERESSATO, V.PARTECIPA)


def per_incarico(contesto: Contesto) -> frozenset[Veste]:
    """The parts that the roles of today give. No query."""
    tenute = set()
    if contesto.ha(Ruolo.DIRIGENTE):
        tenute.add(V.DIRIGENTE)
    if contesto.ha(*UFFICIO):
        tenute.add(V.UFFICIO)
    if any(concorre(contesto, categoria) for categoria in Categoria):
        tenute.add(V.INTERESSATO)
    return frozenset(tenute)


def concorre(contesto: Contesto, categoria: str) -> bool:
    """Whether the roles of today are of this category of staff; never for who directs."""
    return not contesto.ha(Ruolo.DIRIGENTE) and contesto.ha(*CONCORRONO[Categoria(categoria)])


def siede(contesto: Contesto) -> Exists:
    """The condition that the person sits today in the Comitato di valutazione."""
    return Exists(
        Mandato.objects.filter(
            in_carica(contesto.oggi),
            istituto=contesto.istituto,
            persona=contesto.persona,
            organo__tipo=TipoOrgano.COMITATO.value,
        )
    )


def ha_chiesto(contesto: Contesto) -> Exists:
    """The condition that the person has a request of some year."""
    return Exists(Richiesta.objects.filter(istituto=contesto.istituto, persona=contesto.persona))


def vesti(contesto: Contesto) -> frozenset[Veste]:
    """The parts that somebody has in the bonus of the school, whichever year. One query."""
    [(comitato, chiesto)] = Istituto.objects.filter(pk=contesto.istituto.pk).values_list(
        siede(contesto), ha_chiesto(contesto)
    )
    tenute = set(per_incarico(contesto))
    if comitato:
        tenute.add(V.COMITATO)
    if chiesto:
        tenute.add(V.PARTECIPA)
    return frozenset(tenute)


def vesti_in(contesto: Contesto, procedura: Procedura) -> frozenset[Veste]:
    """The parts that somebody has in one procedure. One query.

    Before it is opened only who prepares it knows of it. Who acts for the dirigente and takes part
    does not direct here (L. 241/1990, art. 6-bis).
    """
    mie = richieste_proprie(contesto).filter(procedura=procedura)
    [(comitato, chiesto, partecipa)] = Istituto.objects.filter(pk=contesto.istituto.pk).values_list(
        siede(contesto), Exists(mie), Exists(mie.filter(stato__in=IN_GARA))
    )
    tenute = per_incarico(contesto) & set(PREPARANO)
    if partecipa:
        tenute -= {V.DIRIGENTE}
    if procedura.aperta_il is None:
        return tenute
    nate = {
        V.COMITATO: comitato,
        V.PARTECIPA: chiesto,
        V.INTERESSATO: concorre(contesto, procedura.categoria),
    }
    return tenute | {veste for veste, vera in nate.items() if vera}


def procedure(contesto: Contesto) -> QuerySet[Procedura]:
    """The procedures of which somebody knows: all who prepares them, else those opened. One query.

    Who may take part knows of those of the own category and of those asked for; who sits in the
    Comitato of all of them.
    """
    righe = Procedura.objects.filter(istituto=contesto.istituto)
    if not per_incarico(contesto).isdisjoint(PREPARANO):
        return righe
    categorie = [categoria.value for categoria in Categoria if concorre(contesto, categoria)]
    mia = Richiesta.objects.filter(
        istituto=contesto.istituto, procedura=OuterRef("pk"), persona=contesto.persona
    )
    return righe.filter(
        Q(categoria__in=categorie) | Q(Exists(mia)) | Q(siede(contesto)), aperta_il__isnull=False
    )


def criteri(contesto: Contesto) -> QuerySet[Criteri]:
    """The criteria that somebody reads: drafts only who prepares them or sits. One query."""
    righe = Criteri.objects.filter(istituto=contesto.istituto)
    tenute = per_incarico(contesto)
    if not tenute.isdisjoint(PREPARANO):
        return righe
    adottati = ~Q(stato=StatoCriteri.BOZZA.value)
    if V.INTERESSATO not in tenute:
        adottati &= Q(ha_chiesto(contesto))
    return righe.filter(adottati | Q(siede(contesto)))


def richieste_proprie(contesto: Contesto) -> QuerySet[Richiesta]:
    """The requests of the person, of whichever year."""
    return Richiesta.objects.filter(istituto=contesto.istituto, persona=contesto.persona)


def istanze(contesto: Contesto, procedura: Procedura) -> QuerySet[Istanza]:
    """What was asked after the outcome: all to who follows the procedure, else one's own."""
    righe = Istanza.objects.filter(istituto=contesto.istituto, procedura=procedura)
    return righe if segue(procedura) else righe.filter(persona=contesto.persona)


def segue(procedura: Procedura) -> bool:
    """Whether who loaded it directs, or is of the office and does not compete in it.

    ``procedura`` is one that the person has loaded: its ``vesti`` say as what.
    """
    if V.DIRIGENTE in procedura.vesti:
        return True
    concorre_qui = not procedura.vesti.isdisjoint({V.INTERESSATO, V.PARTECIPA})
    return V.UFFICIO in procedura.vesti and not concorre_qui


def ne_ha(contesto: Contesto) -> BaseExpression:
    """The condition, on the row of the institute, that the bonus concerns the person.

    Always for who prepares it; once criteria are adopted for who may ask; for who sits in the
    Comitato or has asked. It asks nothing by itself: the menu puts it in a question that every
    page asks anyway.
    """
    tenute = per_incarico(contesto)
    if not tenute.isdisjoint(PREPARANO):
        return Value(True)  # noqa: FBT003 -- a column
    adottati = Criteri.objects.filter(istituto=OuterRef("pk"))
    if V.INTERESSATO in tenute:
        return Exists(adottati.exclude(stato=StatoCriteri.BOZZA.value))
    return ExpressionWrapper(
        Q(siede(contesto)) | Q(ha_chiesto(contesto)), output_field=BooleanField()
    )

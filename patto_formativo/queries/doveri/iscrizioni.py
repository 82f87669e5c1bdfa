"""What enrolments ask of the office: applications to look at, paths that pass to another year."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Min
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.enums import StatoCorsista, StatoDomanda
from patto_formativo.models import Corsista, DomandaIscrizione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries.doveri.quadro import Quadro
from patto_formativo.rules.iscrizione import ART_5

BIENNALI = "patto.biennali."
# A path of two years is looked at from the end of the lessons of the first one.
TRE_MESI, UN_MESE = timedelta(days=92), timedelta(days=31)


def doveri(quadro: Quadro) -> Iterator[Dovere]:
    """Applications and two-year paths. Two queries."""
    yield from _domande(quadro)
    yield from _biennali(quadro)


def _domande(quadro: Quadro) -> Iterator[Dovere]:
    conto = DomandaIscrizione.objects.filter(
        istituto_id=quadro.istituto_id, stato=StatoDomanda.PRESENTATA.value
    ).aggregate(quante=Count("pk"), prima=Min("presentata_il"))
    if not conto["quante"]:
        return
    prima, entro = timezone.localdate(conto["prima"]), quadro.regole.domanda_entro
    testo = (
        f"La più vecchia è del {data_estesa(prima)}: si guarda entro "
        f"{plurale(entro.valore, 'giorno', 'giorni')}."
    )
    yield Dovere(
        chiave="patto.domande",
        titolo=plurale(
            conto["quante"],
            "domanda di iscrizione da guardare",
            "domande di iscrizione da guardare",
        ),
        dettaglio=testo,
        verbo="Guarda",
        pagina="patto:domande",
        visibile_dal=prima,
        entro_il=prima + timedelta(days=entro.valore),
        ruolo=Ruolo.SEGRETERIA_DIDATTICA,
        perche=(Motivo("domanda_entro", entro.fonte, testo),),
    )


def _biennali(quadro: Quadro) -> Iterator[Dovere]:
    """Agreements of two years whose first year is about to end and that do not go on yet."""
    in_corso = biennali(quadro.istituto_id)
    for anno in sorted({_secondo(c) for c in in_corso}):
        quanti = sum(_secondo(corsista) == anno for corsista in in_corso)
        entro = anno.dal + UN_MESE
        testo = (
            f"Il patto dura due anni: nel {anno} il percorso continua. Si porta nel nuovo anno "
            f"entro il {data_estesa(entro)}, dopo averlo preparato."
        )
        yield Dovere(
            chiave=f"{BIENNALI}{anno.inizio}",
            titolo=f"{plurale(quanti, 'patto di due anni passa', 'patti di due anni passano')} al "
            f"{anno}",
            dettaglio=testo,
            verbo="Apri",
            pagina="patto:biennali",
            visibile_dal=anno.dal - TRE_MESI,
            entro_il=entro,
            ruolo=Ruolo.SEGRETERIA_DIDATTICA,
            perche=(Motivo("due_anni", ART_5, testo),),
        )


def biennali(istituto_id: int, anno: int | None = None) -> list[Corsista]:
    """Persons whose agreement of two years has not been carried into the second. One query.

    ``anno`` is the year in which the second begins; all of them without it.
    """
    righe = Corsista.objects.filter(
        istituto_id=istituto_id, stato=StatoCorsista.ATTIVO.value, ultimo_anno__isnull=True,
        patto__versioni__stato__in=IN_VIGORE, patto__versioni__anni=2,
    ).select_related("anno_scolastico")  # fmt: skip
    if anno is not None:
        righe = righe.filter(anno_scolastico__inizio=anno - 1)
    return list(righe.order_by("pk"))


def _secondo(corsista: Corsista) -> AnnoScolastico:
    return AnnoScolastico(corsista.anno_scolastico.inizio + 1)

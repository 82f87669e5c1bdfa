"""Papers and their protocol numbers: only those that the person may read."""

from collections.abc import Callable

from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from bonus_merito.queries.cercabili import carte as carte_del_bonus
from competenze.models import ClasseRilevata
from cpia.atti.models import Documento
from cpia.portale.ricerca.circolari import leggibili as leggibili_circolari
from cpia.portale.ricerca.confronto import Insieme, numerato, numero_e_anno, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import UFFICIO, VEDONO_GLI_STUDENTI, indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto
from cpia.scuola.enums import TipoIstituto
from organi_collegiali.models import Avviso, Verbale
from organi_collegiali.queries import cercabili
from organi_collegiali.queries.delibere.delibere import visibili
from organi_collegiali.queries.riserbo import lette
from patto_formativo.queries.cercabili import carte as carte_del_patto
from selezioni_pon.queries.cercabili import carte as carte_delle_selezioni

Filtro = Callable[[Contesto], Q | None]


def _della_classe(contesto: Contesto) -> Q | None:
    """The papers of a class: who prints them all, else those of the classes one coordinates."""
    if contesto.ha(*VEDONO_GLI_STUDENTI):
        return Q()
    if not contesto.classi_coordinate:
        return None
    classi = ClasseRilevata.objects.filter(
        istituto=contesto.istituto, classe_id__in=contesto.classi_coordinate
    )
    return (
        Q(pk__in=classi.values("emissioni__certificati__documento"))
        | Q(pk__in=classi.values("emissioni__documento_classe"))
        | Q(pk__in=classi.values("tabelloni__documento"))
    )


def _della_circolare(contesto: Contesto) -> Q | None:
    """The papers of the circulars that the person may read."""
    return Q(pk__in=leggibili_circolari(contesto).values("documento"))


def _della_seduta(contesto: Contesto) -> Q | None:
    """Notices of the sittings of which the person knows; of the reserved ones none."""
    sedute = cercabili.sedute(contesto, ufficio=contesto.ha(*UFFICIO)).values("pk")
    avvisi = Avviso.objects.filter(istituto=contesto.istituto, seduta__in=sedute)
    return Q(pk__in=avvisi.values("documento")) | Q(
        pk__in=avvisi.values("pubblicazione__documento")
    )


def _della_seduta_intera(contesto: Contesto) -> Q | None:
    """The whole notices, with what is reserved: of the sittings of which the person reads that."""
    intere = lette(contesto, ufficio=contesto.ha(*UFFICIO)).values("pk")
    sedute = cercabili.sedute(contesto, ufficio=contesto.ha(*UFFICIO)).filter(pk__in=intere)
    avvisi = Avviso.objects.filter(istituto=contesto.istituto, seduta__in=sedute.values("pk"))
    return Q(pk__in=avvisi.values("documento"))


def _del_verbale(contesto: Contesto) -> Q | None:
    """Signed minutes of the sittings of which the person knows; of the reserved ones none."""
    sedute = cercabili.sedute(contesto, ufficio=contesto.ha(*UFFICIO)).values("pk")
    verbali = Verbale.objects.filter(
        istituto=contesto.istituto, seduta__in=sedute, firma_segretario_il__isnull=False,
        firma_presidente_il__isnull=False,
    )  # fmt: skip
    return Q(pk__in=verbali.values("integrale")) | Q(pk__in=verbali.values("con_omissis"))


def _della_delibera(contesto: Contesto) -> Q | None:
    """Extracts of the deliberations that the person reads; of the reserved ones none."""
    leggibili_delibere = visibili(contesto, ufficio=contesto.ha(*UFFICIO)).filter(
        aperta=True, riservata=False
    )
    return Q(pk__in=leggibili_delibere.values("documento"))


def _dell_ufficio(contesto: Contesto) -> Q | None:
    return Q() if contesto.ha(*UFFICIO) else None


# The same judgement as the readers of cpia.atti.registri, on many rows at once: a test holds the
# two together. Of a kind that is not here nothing is found.
LEGGIBILI: dict[str, Filtro] = {
    "certificato_competenze": _della_classe,
    "certificati_classe": _della_classe,
    "tabellone_competenze": _della_classe,
    "circolare": _della_circolare,
    "attestazione_albo": _dell_ufficio,
    "avviso_seduta": _della_seduta,
    "avviso_seduta_integrale": _della_seduta_intera,
    "verbale": _del_verbale,
    "verbale_con_omissis": _del_verbale,
    "estratto_delibera": _della_delibera,
}


def leggibili(contesto: Contesto) -> QuerySet[Documento]:
    """The printed papers of the institute that this person may read now."""
    condizione = Q(pk__in=[])
    for tipo, filtro in LEGGIBILI.items():
        suo = filtro(contesto)
        if suo is not None:
            condizione |= Q(tipo=tipo) & suo
    for tipo, suo in (carte_del_bonus(contesto) | carte_delle_selezioni(contesto)).items():
        condizione |= Q(tipo=tipo) & suo
    if contesto.istituto.tipo == TipoIstituto.CPIA:
        for tipo, suo in carte_del_patto(contesto).items():
            condizione |= Q(tipo=tipo) & suo
    return Documento.objects.filter(condizione, istituto=contesto.istituto).exclude(impronta="")


def documenti(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by title, by protocol number (417, 12/2024), subject registered. One query."""
    righe = leggibili(contesto).select_related("protocollo")
    testo = Insieme(
        "titolo",
        Value("protocollo prot n"),
        numero_e_anno("protocollo__numero", "protocollo__anno"),
        "protocollo__oggetto",
        "protocollo__corrispondente",
        "codice_verifica",
    )
    trovate = trova(
        righe,
        domanda.senza_articoli,
        testo,
        "-emesso_il",
        "-pk",
        esatto=numerato(domanda, "protocollo__numero", "protocollo__anno"),
    )
    return trovati(trovate[fetta], lambda documento: _documento(contesto, documento))


def _documento(contesto: Contesto, documento: Documento) -> Risultato:
    parti = [f"prot. {documento.protocollo}" if documento.protocollo else "senza protocollo"]
    if documento.annullato_il:
        parti.append("annullato")
    elif documento.sostituito_da_id:
        parti.append("sostituito")
    return Risultato(
        documento.titolo,
        ", ".join([*parti, f"codice {documento.codice_verifica}"]),
        indirizzo("documento", contesto, documento.pk),
        timezone.localdate(documento.emesso_il),
    )

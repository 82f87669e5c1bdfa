"""The frozen words of the attestation of publication."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti import carta
from cpia.atti.albo import rules
from cpia.atti.albo.righe import oggetto, sigla
from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.models import Protocollo, Pubblicazione
from cpia.atti.rules import data_estesa, etichetta_protocollo
from cpia.scuola.models import Persona

TIPO = "attestazione_albo"
MODELLO = "attestazione-albo/1"


@dataclass(frozen=True)
class FileAttestato(Congelato):
    """One file that was public: its title, what it was, its hash."""

    titolo: str
    tipo: str
    impronta: str


@dataclass(frozen=True)
class ContestoAttestazione(Congelato):
    """Every word of the attestation."""

    istituto: Intestazione
    titolo: str
    repertorio: str
    oggetto: str
    categoria: str
    richiedente: str
    registrata_il: date
    dal: date
    al: date
    giorni: int
    protocollo_atto: str
    files: tuple[FileAttestato, ...]
    luogo: str
    data: date
    firma: Firma
    verifica: Verifica
    protocollo: str
    senza_nomi: bool


def attestazione(
    pubblicazione: Pubblicazione,
    firmatario: Persona,
    protocollo: Protocollo,
    *,
    oggi: date,
    codice_verifica: str,
) -> ContestoAttestazione:
    """The words of the attestation, without the personal data that have left the albo."""
    istituto = pubblicazione.istituto
    return ContestoAttestazione(
        istituto=carta.intestazione(istituto),
        titolo="Attestazione di pubblicazione all’albo online",
        repertorio=f"n. {pubblicazione.numero} del {pubblicazione.anno}",
        oggetto=oggetto(pubblicazione, oggi),
        categoria=pubblicazione.get_categoria_display(),
        richiedente=pubblicazione.richiedente,
        registrata_il=timezone.localdate(pubblicazione.registrata_il),
        dal=pubblicazione.dal,
        al=pubblicazione.al,
        giorni=rules.giorni_interi(pubblicazione.dal, pubblicazione.al),
        protocollo_atto=_etichetta(pubblicazione.protocollo),
        files=_file(pubblicazione),
        luogo=istituto.comune,
        data=oggi,
        firma=carta.firma(firmatario, oggi),
        verifica=carta.verifica(istituto, codice_verifica),
        protocollo=_etichetta(protocollo).capitalize(),
        senza_nomi=pubblicazione.con_dati_personali,
    )


def _etichetta(protocollo: Protocollo | None) -> str:
    if protocollo is None:
        return ""
    return etichetta_protocollo(protocollo.numero, timezone.localdate(protocollo.registrato_il))


def _file(pubblicazione: Pubblicazione) -> tuple[FileAttestato, ...]:
    """What was public; a title too may name somebody."""
    documento = pubblicazione.documento
    trovati = [(documento.titolo, "PDF", documento.impronta)] if documento else []
    trovati += [
        (file.titolo, sigla(file.tipo_contenuto), file.impronta)
        for file in pubblicazione.file.filter(pubblico=True)
    ]
    con_nomi = pubblicazione.con_dati_personali
    return tuple(
        FileAttestato(f"File {numero}" if con_nomi else titolo, tipo, impronta)
        for numero, (titolo, tipo, impronta) in enumerate(trovati, start=1)
    )


def html_attestazione(contesto: ContestoAttestazione) -> str:
    """The page to print."""
    luogo_e_data = f"{contesto.luogo}, {data_estesa(contesto.data)}"
    return render_to_string(
        "atti/pdf/attestazione_albo.html", vars(contesto) | {"luogo_e_data": luogo_e_data}
    )

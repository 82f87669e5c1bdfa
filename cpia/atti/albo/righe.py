"""How an act of the albo is told to the public, in words."""

from dataclasses import dataclass
from datetime import date

from cpia.atti.albo import rules
from cpia.atti.caricamenti import Formato
from cpia.atti.enums import VersioneFile
from cpia.atti.models import FilePubblicazione, Pubblicazione
from cpia.scuola.parole import data_estesa, giorno

SIGLE = {formato.tipo_contenuto: formato.name for formato in Formato}


@dataclass(frozen=True)
class Riga:
    """A row of the albo, or the head of the page of an act."""

    pk: int
    anno: int
    numero: int
    oggetto: str
    dettaglio: str
    categoria: str
    periodo: str
    resta: str
    ultimo_giorno: bool
    annullata: str
    sostituita_da: Pubblicazione | None
    scaricabile: bool
    senza_nomi: bool


def riga(pubblicazione: Pubblicazione, oggi: date) -> Riga:
    """What the public reads of a numbered act today."""
    resta = rules.quanto_resta(pubblicazione.al, oggi)
    return Riga(
        pk=pubblicazione.pk,
        anno=pubblicazione.anno or 0,
        numero=pubblicazione.numero or 0,
        oggetto=oggetto(pubblicazione, oggi),
        dettaglio=_dettaglio(pubblicazione, oggi),
        categoria=pubblicazione.get_categoria_display(),
        periodo=periodo(pubblicazione, oggi),
        resta=resta,
        ultimo_giorno=pubblicazione.al == oggi,
        annullata=_annullata(pubblicazione, oggi),
        sostituita_da=_sostituita_da(pubblicazione, oggi),
        scaricabile=scaricabile(pubblicazione, oggi),
        senza_nomi=senza_nomi(pubblicazione, oggi),
    )


def oggetto(pubblicazione: Pubblicazione, oggi: date) -> str:
    """The subject as the public may read it today."""
    senza = senza_nomi(pubblicazione, oggi)
    return pubblicazione.oggetto_dopo if senza else pubblicazione.oggetto


def senza_nomi(pubblicazione: Pubblicazione, oggi: date) -> bool:
    """Whether subject and titles of files are kept from the public today."""
    return rules.nomi_via(
        con_dati_personali=pubblicazione.con_dati_personali,
        annullata=pubblicazione.annullata_il is not None,
        al=pubblicazione.al,
        oggi=oggi,
    )


def periodo(pubblicazione: Pubblicazione, oggi: date) -> str:
    """``12 giugno – 27 giugno``, with the year when it is not this one."""
    return f"{data_estesa(pubblicazione.dal, oggi)} – {data_estesa(pubblicazione.al, oggi)}"


def scaricabile(pubblicazione: Pubblicazione, oggi: date) -> bool:
    """Whether its files are there for anybody today."""
    in_corso = pubblicazione.dal <= oggi <= pubblicazione.al
    return in_corso and not pubblicazione.annullata_il


def documento_scaricabile(pubblicazione: Pubblicazione, oggi: date) -> bool:
    """Whether the paper of the portal is printed, still valid, and there for anybody today."""
    documento = pubblicazione.documento
    if documento is None or documento.riservato or documento.annullato_il:
        return False
    return bool(documento.impronta) and scaricabile(pubblicazione, oggi)


def file_pubblici(pubblicazione: Pubblicazione) -> list[FilePubblicazione]:
    """The files that the public sees, those that are gone too."""
    return [file for file in pubblicazione.file.all() if file.pubblico]


def sigla(tipo_contenuto: str) -> str:
    """``PDF``, ``P7M``, ``DOCX``."""
    return SIGLE.get(tipo_contenuto, "file")


def _dettaglio(pubblicazione: Pubblicazione, oggi: date) -> str:
    parti = [f"prot. {pubblicazione.protocollo.numero}" if pubblicazione.protocollo else ""]
    if pubblicazione.al >= oggi:
        parti.append(_file(pubblicazione))
    testo = ", ".join(filter(None, parti))
    sostituite = ", ".join(str(vecchia.numero) for vecchia in pubblicazione.sostituite.all())
    return f"{testo}. Sostituisce il repertorio {sostituite}" if sostituite else testo


def _file(pubblicazione: Pubblicazione) -> str:
    pubblici = file_pubblici(pubblicazione)
    tipi = [sigla(file.tipo_contenuto) for file in pubblici]
    omissis = any(file.versione == VersioneFile.OMISSIS for file in pubblici)
    documento = [Formato.PDF.name] if pubblicazione.documento_id else []
    return rules.file_in_parole([*documento, *tipi], con_omissis=omissis)


def _sostituita_da(pubblicazione: Pubblicazione, oggi: date) -> Pubblicazione | None:
    """Which one takes its place, once the public can read it."""
    nuova = pubblicazione.sostituita_da
    return nuova if nuova and nuova.dal <= oggi else None


def _annullata(pubblicazione: Pubblicazione, oggi: date) -> str:
    """``il 5 giugno: l’importo orario era errato.``"""
    if pubblicazione.annullata_il is None:
        return ""
    quando = data_estesa(pubblicazione.annullata_il, oggi)
    motivo = pubblicazione.motivo_annullamento.strip().rstrip(".")
    return f"il {quando}: {motivo}." if not quando.startswith(("8 ", "11 ")) else (
        f"l’{quando}: {motivo}."
    )  # fmt: skip


def fino_a(pubblicazione: Pubblicazione, oggi: date) -> str:
    """``repertorio 214 del 2026, fino a sabato 27 giugno``."""
    numero = f"repertorio {pubblicazione.numero} del {pubblicazione.anno}"
    return f"{numero}, fino a {giorno(pubblicazione.al, oggi)}"

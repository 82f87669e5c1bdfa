"""The name under which a file is kept on the page: readable, harmless, true to its content."""

import re
import unicodedata

from cpia.atti.caricamenti.formati import Formato

NON_AMMESSI = re.compile(r"[^\w ,.()'’-]+")
BARRE = re.compile(r"[\\/]")
PIU_SPAZI = re.compile(r"\s+")
ESTENSIONE = re.compile(r"\.[A-Za-z0-9]{1,5}$")
LUNGHEZZA = 120


def nome_pulito(nome: str, formato: Formato) -> str:
    """The last part of a name, without what could pass for a path or hide its true ending.

    The extension is that of the content: ``fattura.pdf.exe`` holding a PDF is ``fattura.pdf``.
    """
    ultimo = BARRE.split(unicodedata.normalize("NFKC", nome))[-1]
    base = ESTENSIONE.sub("", _innocuo(ultimo))
    if formato is not Formato.P7M:
        base = base.removesuffix(f".{formato}")
    return _con_estensione(base, formato)


def nome_da_titolo(titolo: str, formato: Formato) -> str:
    """The whole title of a file, as it is saved: ``Verbale 12.06.2024`` has no extension to lose,
    and the slash of ``2023/24`` is no folder.
    """
    base = _innocuo(BARRE.sub("-", unicodedata.normalize("NFKC", titolo)))
    return _con_estensione(base.removesuffix(f".{formato}"), formato)


def _innocuo(testo: str) -> str:
    piano = "".join(c for c in testo if unicodedata.category(c)[0] != "C")
    return PIU_SPAZI.sub(" ", NON_AMMESSI.sub(" ", piano)).strip(" .")


def _con_estensione(base: str, formato: Formato) -> str:
    base = base[: LUNGHEZZA - len(formato) - 1].strip(" .") or "documento"
    return f"{base}.{formato}"

"""The name under which a file is kept on the page: readable, harmless, true to its content."""

import re
import unicodedata

from cpia.atti.caricamenti.formati import Formato

NON_AMMESSI = re.compile(r"[^\w ,.()'’-]+")
PIU_SPAZI = re.compile(r"\s+")
ESTENSIONE = re.compile(r"\.[A-Za-z0-9]{1,5}$")
LUNGHEZZA = 120


def nome_pulito(nome: str, formato: Formato) -> str:
    """The last part of a name, without what could pass for a path or hide its true ending.

    The extension is that of the content: ``fattura.pdf.exe`` holding a PDF is ``fattura.pdf``.
    """
    ultimo = re.split(r"[\\/]", unicodedata.normalize("NFKC", nome))[-1]
    piano = "".join(c for c in ultimo if unicodedata.category(c)[0] != "C")
    base = PIU_SPAZI.sub(" ", NON_AMMESSI.sub(" ", piano)).strip(" .")
    base = ESTENSIONE.sub("", base)
    if formato is not Formato.P7M:
        base = base.removesuffix(f".{formato}")
    base = base[: LUNGHEZZA - len(formato) - 1].strip(" .") or "documento"
    return f"{base}.{formato}"

"""The forms of a page as a browser would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

BOTTONI = {"submit", "button", "image", "reset", "file"}
TESTI = {"text", "search", "email", "password", "tel", "url", "textarea"}


@dataclass
class Modulo:
    """Where it goes, how, and what each field holds before anybody types."""

    azione: str
    metodo: str
    campi: dict[str, str] = field(default_factory=dict)
    testi: set[str] = field(default_factory=set)

    def con(self, valore: str, *, ovunque: bool = False) -> dict[str, str]:
        """What is sent when this is typed in every text field, or put in every field there is."""
        riservati = {"csrfmiddlewaretoken"}
        dove = set(self.campi) - riservati if ovunque else self.testi
        return {nome: valore if nome in dove else prima for nome, prima in self.campi.items()}


class _Lettore(HTMLParser):
    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.pagina = pagina
        self.moduli: list[Modulo] = []
        self._dentro = False
        self._scelta = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        dati = {nome: valore or "" for nome, valore in attrs}
        if tag == "form":
            azione = dati.get("action") or self.pagina
            self.moduli.append(Modulo(azione, dati.get("method", "get").lower()))
            self._dentro = True
        elif self._dentro and dati.get("name") and tag in {"input", "textarea", "select"}:
            self._campo(tag, dati)
        elif tag == "option" and self._scelta and "selected" in dati:
            self.moduli[-1].campi[self._scelta] = dati.get("value", "")

    def _campo(self, tag: str, dati: dict[str, str]) -> None:
        modulo, nome = self.moduli[-1], dati["name"]
        tipo = "textarea" if tag == "textarea" else dati.get("type", "text")
        if dati.get("inputmode") in {"decimal", "numeric"}:  # a number, written as Italians do
            tipo = "number"
        if tipo in BOTTONI:
            return
        if tag == "select":
            self._scelta = nome
        if tipo in {"checkbox", "radio"} and "checked" not in dati and nome in modulo.campi:
            return
        modulo.campi[nome] = dati.get("value", "")
        if tipo in TESTI and tag != "select":
            modulo.testi.add(nome)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._dentro = False
        elif tag == "select":
            self._scelta = ""


def moduli(pagina: str, indirizzo: str) -> list[Modulo]:
    """The forms of a page that was found at this address."""
    lettore = _Lettore(indirizzo)
    lettore.feed(pagina)
    return lettore.moduli

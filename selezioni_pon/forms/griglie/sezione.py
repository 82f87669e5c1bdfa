"""A section as it is typed: its mark, its title, its cap, the other caps that the source writes."""

from collections.abc import Mapping
from typing import Any

from selezioni_pon.forms.griglie import righe
from selezioni_pon.forms.griglie.campi import PuntiField, paragrafo, una_riga
from selezioni_pon.forms.griglie.pezzo import PezzoForm, pieni
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia import modifica

SUOI = ("sigla", "titolo", "numero", "tetto", "perche_questa")
LETTURA, CHIAVI, MASSIME = "lettura_", ("tetto", "fonte"), 4
CAMPI = {
    "tetto": lambda n: PuntiField(label=f"La fonte scrive anche ({n})", required=False),
    "fonte": lambda n: una_riga(f"Dove lo scrive ({n})", 400),
}


class SezioneForm(PezzoForm):
    """The head of a section; a reading that is not the chosen one asks why."""

    sigla = una_riga(
        "Sigla", 12, "Scrivi la sigla, per esempio A.", help_text="Per esempio A, B, C."
    )
    titolo = paragrafo("Titolo", 300, "Scrivi il titolo della sezione.", righe=2)
    numero = una_riga(
        "Numero stampato accanto al titolo", 12, help_text="Solo se la fonte lo stampa."
    )
    tetto = PuntiField(
        label="Massimo della sezione", required=False,
        help_text="Vuoto: contano tutti i punti delle sue voci.",
    )  # fmt: skip
    perche_questa = paragrafo(
        "Perché vale questo massimo", 600,
        help_text="Serve quando la fonte ne scrive anche un altro: chi legge lo trova accanto.",
    )  # fmt: skip

    def __init__(self, *args: Any, scritte: int = 0, **altro: Any) -> None:
        super().__init__(*args, **altro)
        sommate = self.data.get("prova") == "righe"
        self.quante = righe.quante(self, LETTURA, max(scritte - 1, -1), MASSIME, altre=sommate)
        for numero in range(1, self.quante + 1):
            righe.aggiungi(self, LETTURA, numero, CAMPI)

    @property
    def letture(self) -> Any:
        """The fields of the other readings, two a row."""
        return righe.caselle(self, LETTURA, self.quante, CHIAVI)

    def attuali(self, riga: Griglia) -> dict[str, Any]:
        s = modifica.sezione_di(riga.dati, self.era)
        return {} if s is None else self.scritta(riga.dati["sezioni"][s])

    @staticmethod
    def scritta(sezione: Mapping[str, Any]) -> dict[str, Any]:
        """What is kept of a section, by the name of the field."""
        detti = {nome: sezione.get(nome, "") for nome in SUOI}
        return detti | righe.iniziali(sezione.get("altre_letture", []), LETTURA, CHIAVI)

    @property
    def pezzo(self) -> dict[str, Any]:
        puliti = self.scritti
        letture = [pieni(una) for una in self._lette.values()]
        return pieni({**{nome: puliti[nome] for nome in SUOI}, "altre_letture": letture})

    @property
    def _lette(self) -> dict[int, dict[str, Any]]:
        return righe.lette(self.cleaned_data, LETTURA, self.quante, CHIAVI)

    def cambiata(self) -> Mapping[str, Any]:
        if not self.era and modifica.sezione_gia_scritta(self.dati, self.pezzo):
            return self.dati
        s = modifica.sezione_di(self.dati, self.era) if self.era else None
        return modifica.con_sezione(self.dati, s, self.pezzo)

    def campo_del_guasto(self, percorso: str) -> str | None:
        if percorso == "sezioni":
            return "sigla"
        _, dentro, dopo = percorso.rpartition("altre_letture[")
        if not dentro:
            return super().campo_del_guasto(percorso)
        posto, _, chiave = dopo.partition("]")
        numero = list(self._lette)[int(posto)]
        return f"{LETTURA}{numero}_{chiave.strip('.') or CHIAVI[0]}"

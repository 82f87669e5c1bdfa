"""The rows of an item: its grades, or its scales of marks with their brackets."""

import re
from collections.abc import Mapping
from typing import Any, Final

from django import forms

from selezioni_pon.enums import TipoVoce
from selezioni_pon.forms.griglie import per_tipo as pt
from selezioni_pon.forms.griglie import righe
from selezioni_pon.forms.griglie.pezzo import pieni

Puliti = Mapping[str, Any]
# From the highest mark with which one passes, for whoever writes a scale for the first time.
PRIMA_SCALA: Final = {"scala_1_su": "110", "scala_1_minimo": "66"}
PARTE: Final = re.compile(r"(gradi|scale|fasce)\[(\d+)\]")


class Elenchi:
    """The rows that the kind of an item has; ``form`` gets their fields."""

    def __init__(self, form: forms.Form, tipo: TipoVoce, trovata: Mapping[str, Any]) -> None:
        self.form = form
        self.titolo, self.aiuto = pt.CON_GRADI.get(tipo, ("", ""))
        self.gradi = self.scale = self.aperte = 0
        self.fasce: dict[int, int] = {}
        self._altre = form.data.get("prova") == "righe"
        if tipo in pt.CON_GRADI:
            scritti = len(trovata.get("gradi", []))
            self.gradi = self._metti(pt.GRADO, scritti, pt.GRADI_MASSIMI, pt.GRADI)
        if tipo is TipoVoce.VOTO:
            self._metti_scale(trovata.get("scale", []))

    def _metti(self, prefisso: str, scritte: int, massimo: int, campi: Any) -> int:
        quante = righe.quante(self.form, prefisso, scritte, massimo, altre=self._altre)
        for numero in range(1, quante + 1):
            righe.aggiungi(self.form, prefisso, numero, campi)
        return quante

    def _metti_scale(self, scritte: list[Any]) -> None:
        """One scale more than those written, each with its brackets."""
        self.aperte = max(len(scritte), 1)
        self.scale = min(self.aperte + 1, pt.SCALE_MASSIME)
        for numero in range(1, self.scale + 1):
            righe.aggiungi(self.form, pt.SCALA, numero, pt.SCALE)
            sue = scritte[numero - 1]["fasce"] if numero <= len(scritte) else []
            campi = pt.fasce(numero)
            prefisso = pt.FASCIA.format(numero)
            self.fasce[numero] = self._metti(prefisso, len(sue), pt.FASCE_MASSIME, campi)
        self._prima_scala(scritte)

    def _prima_scala(self, scritte: list[Any]) -> None:
        """A scale to begin with, also where the kind of the item was just changed to this one."""
        if not self.form.is_bound and not scritte:
            self.form.initial = {**PRIMA_SCALA, **self.form.initial}
        elif self.form.is_bound and "scala_1_su" not in self.form.data:
            self.form.data = self.form.data.copy()
            self.form.data.update(PRIMA_SCALA)

    @property
    def righe_di_grado(self) -> list[list[forms.BoundField]]:
        """The fields of the grades, three a row."""
        return righe.caselle(self.form, pt.GRADO, self.gradi, pt.DI_GRADO)

    @property
    def blocchi_di_scala(self) -> list[tuple[list[forms.BoundField], list[Any], bool]]:
        """The fields of each scale, those of its brackets, and whether it is shown at once."""
        teste = righe.caselle(self.form, pt.SCALA, self.scale, pt.DI_SCALA)
        return [
            (testa, self._caselle(n), n <= self.aperte or self._toccata(testa, n))
            for n, testa in enumerate(teste, start=1)
        ]

    def _caselle(self, scala: int) -> list[list[forms.BoundField]]:
        prefisso = pt.FASCIA.format(scala)
        return righe.caselle(self.form, prefisso, self.fasce[scala], pt.DI_FASCIA)

    def _toccata(self, testa: list[forms.BoundField], scala: int) -> bool:
        """Whether something is written in a scale that was not there."""
        return any(campo.value() for riga in (testa, *self._caselle(scala)) for campo in riga)

    def iniziali(self, voce: Mapping[str, Any]) -> dict[str, Any]:
        """What is kept, by the name of the field."""
        scale = voce.get("scale", [])
        detti = righe.iniziali(voce.get("gradi", []), pt.GRADO, pt.DI_GRADO)
        detti |= righe.iniziali(scale, pt.SCALA, pt.DI_SCALA)
        for numero, scala in enumerate(scale, start=1):
            detti |= righe.iniziali(scala["fasce"], pt.FASCIA.format(numero), pt.DI_FASCIA)
        return detti

    def pezzi(self, puliti: Puliti) -> dict[str, Any]:
        """The rows that were typed, as the data of an item have them."""
        return {
            "gradi": [pieni(riga) for riga in self._gradi(puliti).values()],
            "scale": [
                pieni(self._testa(puliti, n))
                | {"fasce": [pieni(una) for una in self._fasce(puliti, n).values()]}
                for n in self._scritte(puliti)
            ],
        }

    def esigi_righe(self) -> None:
        """Note the lack of any row, where the kind needs one."""
        puliti = self.form.cleaned_data
        if self.gradi and not self._gradi(puliti):
            self.form.add_error(f"{pt.GRADO}1_parola", "Scrivi almeno una riga.")
        for scala in self._scritte(puliti):
            if not self._fasce(puliti, scala):
                primo = f"{pt.FASCIA.format(scala)}1_punti"
                self.form.add_error(primo, "Scrivi almeno una fascia con i suoi punti.")

    def _gradi(self, puliti: Puliti) -> dict[int, dict[str, Any]]:
        return righe.lette(puliti, pt.GRADO, self.gradi, pt.DI_GRADO)

    def _fasce(self, puliti: Puliti, scala: int) -> dict[int, dict[str, Any]]:
        return righe.lette(puliti, pt.FASCIA.format(scala), self.fasce[scala], pt.DI_FASCIA)

    def _testa(self, puliti: Puliti, scala: int) -> dict[str, Any]:
        return {chiave: puliti.get(f"{pt.SCALA}{scala}_{chiave}") for chiave in pt.DI_SCALA}

    def _scritte(self, puliti: Puliti) -> list[int]:
        """The scales in which a bracket is written; the first is always there."""
        tutte = range(1, self.scale + 1)
        return [n for n in tutte if n == 1 or self._fasce(puliti, n)]

    def campo_del_guasto(self, percorso: str) -> str | None:
        """The field of a place inside an item: the first of its row where none is named."""
        parti = {lista: int(posto) for lista, posto in PARTE.findall(percorso)}
        puliti = self.form.cleaned_data
        chiave = percorso.rpartition(".")[2]
        if "gradi" in parti:
            radice = f"{pt.GRADO}{list(self._gradi(puliti))[parti['gradi']]}_"
        elif "fasce" in parti:
            scala = self._scritte(puliti)[parti["scale"]]
            numero = list(self._fasce(puliti, scala))[parti["fasce"]]
            radice = f"{pt.FASCIA.format(scala)}{numero}_"
        elif "scale" in parti:
            radice = f"{pt.SCALA}{self._scritte(puliti)[parti['scale']]}_"
        else:
            return {"gradi": f"{pt.GRADO}1_parola", "scale": f"{pt.SCALA}1_su"}.get(chiave)
        suoi = [nome for nome in self.form.fields if nome.startswith(radice)]
        return f"{radice}{chiave}" if f"{radice}{chiave}" in suoi else suoi[0]

"""What an applicant writes: on the public page, in short steps, and at the desk."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.forms.boundfield import BoundField
from django.utils.datastructures import MultiValueDict

from cpia.scuola.parole import con_maiuscola
from patto_formativo.enums import TipoCarta
from patto_formativo.forms.carte import Esame, troppo_in_tutto
from patto_formativo.forms.iscrizioni_campi import FILE, PASSI, CampiDomanda, facoltativo
from patto_formativo.models import Offerta
from patto_formativo.queries.iscrizioni.giudizi import dubbi_del_codice
from patto_formativo.rules.iscrizione import Studi
from patto_formativo.services.iscrizioni import DatiCarta, DatiDomanda

NATO_DAL: Final = date(1900, 1, 1)
TROPPI_BYTE: Final = (
    "I file insieme superano i {mega} MB: togli questo, che è il più grande, o fanne una foto più "
    "piccola. Puoi portarlo in segreteria."
)


class DomandaForm(CampiDomanda):
    """An application: nothing of it is lost when something is to be corrected."""

    def __init__(
        self, *args: Any, offerte: QuerySet[Offerta], tardiva: bool, oggi: date,
        esami: Mapping[str, Esame] | None = None, **altro: Any,
    ) -> None:  # fmt: skip
        altro.setdefault("initial", {}).setdefault("chiave", secrets.token_hex(16))
        super().__init__(*args, **altro)
        self.oggi = oggi
        self.di_troppo = troppo_in_tutto(self.files)
        if self.di_troppo:
            self.files = MultiValueDict()  # nor are they looked through
        for nome, esame in (esami or {}).items():
            self.fields[nome].esame = esame
        self.fields["offerta"].queryset = offerte
        if not tardiva:
            del self.fields["anni"]

    def clean_data_nascita(self) -> date:
        giorno: date = self.cleaned_data["data_nascita"]
        if not NATO_DAL <= giorno < self.oggi:
            raise forms.ValidationError("Controlla la data di nascita: giorno, mese e anno.")
        return giorno

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        self._confronta_il_codice(dati)
        if self.di_troppo in self.fields:
            self.add_error(self.di_troppo, TROPPI_BYTE.format(mega=self.mega_in_tutto))
        senza_giorno = not dati.get("soggiorno_scade") and "soggiorno_scade" not in self.errors
        if dati.get("soggiorno") == TipoCarta.PERMESSO and senza_giorno:
            self.add_error("soggiorno_scade", "Scrivi fino a quando vale il permesso.")
        return dati

    def _confronta_il_codice(self, dati: dict[str, Any]) -> None:
        """The code against the person: a doubt is confirmed by who has the card in the hand."""
        serve = ("codice_fiscale", "cognome", "nome", "data_nascita", "sesso", "provincia_nascita")
        if any(not dati.get(nome) for nome in serve) or dati.get("codice_confermato"):
            return
        dubbi = dubbi_del_codice(
            dati["codice_fiscale"], cognome=dati["cognome"], nome=dati["nome"],
            nascita=dati["data_nascita"], sesso=dati["sesso"],
            provincia=dati["provincia_nascita"],
        )  # fmt: skip
        for dubbio in dubbi:
            self.add_error("codice_fiscale", f"{con_maiuscola(dubbio)}.")
        if dubbi:
            self.add_error("codice_confermato", "Correggi, oppure conferma che è scritto così.")

    def segna_da_rifare(self, caricati: Mapping[str, UploadedFile]) -> None:
        """Say beside each file that was sent that it has to be chosen again: none was kept."""
        for nome in FILE.keys() & caricati.keys() & self.fields.keys():
            self.fields[nome].da_rifare = caricati[nome].name or "il file"

    @property
    def byte_in_tutto(self) -> int:
        """How many bytes the files of the form may be together."""
        return settings.CARICAMENTO_IN_TUTTO

    @property
    def mega_in_tutto(self) -> int:
        """The same in MB, as it is said."""
        return self.byte_in_tutto // 2**20

    @property
    def passi(self) -> list[tuple[str, str, list[BoundField]]]:
        """The steps with the fields of each."""
        return [
            (chiave, titolo, [self[nome] for nome in nomi if nome in self.fields])
            for chiave, titolo, nomi in PASSI
        ]

    @property
    def codice_in_dubbio(self) -> bool:
        """Whether the tick that confirms the code is to be shown."""
        return "codice_confermato" in self.errors or bool(self["codice_confermato"].value())

    @property
    def dati(self) -> DatiDomanda:
        """What the service takes."""
        puliti = self.cleaned_data
        uguali = (
            "cognome", "nome", "sesso", "data_nascita", "luogo_nascita", "provincia_nascita",
            "codice_fiscale", "cittadinanza", "stato_cittadinanza", "lingua", "telefono", "email",
            "studi", "chiede_crediti", "adulto_cognome", "adulto_nome", "adulto_legame", "comunita",
        )  # fmt: skip
        return DatiDomanda(
            offerta_id=puliti["offerta"].pk,
            anni=puliti.get("anni") or 1,
            titolo_accesso=self._titolo(),
            nota_riservata=puliti.get("nota_riservata", ""),
            **{nome: puliti[nome] for nome in uguali},
        )

    def _titolo(self) -> str:
        studi = Studi(self.cleaned_data["studi"]).etichetta
        quale = self.cleaned_data["titolo_accesso"].strip()
        return f"{studi}: {quale}" if quale else studi

    @property
    def carte(self) -> Sequence[DatiCarta]:
        """The papers: those with a file, and the paper of stay also when only its day is told."""
        puliti, carte = self.cleaned_data, []
        for campo, tipo in FILE.items():
            if campo != "file_soggiorno" and puliti[campo]:
                carte.append(DatiCarta(tipo, puliti[campo], self._numero(tipo)))
        if puliti["soggiorno"]:
            carte.append(
                DatiCarta(puliti["soggiorno"], puliti["file_soggiorno"],
                          scade=puliti["soggiorno_scade"])
            )  # fmt: skip
        elif puliti["file_soggiorno"]:
            carte.append(DatiCarta(TipoCarta.ALTRO, puliti["file_soggiorno"]))
        return carte

    def _numero(self, tipo: TipoCarta) -> str:
        """The number of a paper: nobody types it on a phone."""
        return ""


class DomandaOnlineForm(DomandaForm):
    """The public form: with a field that only machines fill in."""

    sito = forms.CharField(required=False, max_length=200, label="Sito web")

    @property
    def di_una_macchina(self) -> bool:
        """Whether something wrote where no person does."""
        return bool(self.data.get("sito"))


class DomandaSportelloForm(DomandaForm):
    """The form of the desk: the number of the paper shown, and what only the office reads."""

    identita_numero = facoltativo("Numero del documento d’identità", 60)
    nota_riservata = facoltativo(
        "Nota per l’ufficio e il tutor", 300, "La leggono solo la segreteria e il dirigente."
    )

    def _numero(self, tipo: TipoCarta) -> str:
        numero: str = self.cleaned_data["identita_numero"]
        return numero if tipo is TipoCarta.IDENTITA else ""

    @property
    def carte(self) -> Sequence[DatiCarta]:
        """A paper shown at the desk counts also without its copy."""
        carte, numero = list(super().carte), self.cleaned_data["identita_numero"]
        if numero and not self.cleaned_data["file_identita"]:
            carte.append(DatiCarta(TipoCarta.IDENTITA, numero=numero))
        return carte

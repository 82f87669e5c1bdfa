"""What the steps that are columns of the application share."""

from typing import Any, ClassVar

from cpia.norme.forms.versione import ConVersione
from selezioni_pon.enums import Passo
from selezioni_pon.queries.candidature.impronte import Tenuta
from selezioni_pon.rules.domanda.passi import CAMPI


class PassoForm(ConVersione):
    """A step over its columns: the version is the fingerprint of the step as it was read."""

    AZIONI: ClassVar[tuple[str, ...]] = ("scrive candidatura",)
    PASSO: ClassVar[Passo]

    def attuali(self, riga: Tenuta) -> dict[str, Any]:
        nomi = (nome for nome in CAMPI[self.PASSO] if nome in self.fields)
        return {nome: getattr(riga.riga, nome) for nome in nomi}

    @property
    def leggibili(self) -> dict[str, Any]:
        """What was typed without a mistake, by column."""
        return {nome: v for nome, v in self.scritti.items() if nome in CAMPI[self.PASSO]}

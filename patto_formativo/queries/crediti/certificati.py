"""The certificate of recognition that holds."""

from patto_formativo.models import Certificato, Corsista


def certificato_di(corsista: Corsista) -> Certificato | None:
    """The certificate of the credits in force, with what its pages say of it. One query."""
    righe = Certificato.objects.filter(
        istituto_id=corsista.istituto_id, dossier__corsista=corsista, sostituito_da__isnull=True
    )
    righe = righe.select_related("protocollo", "documento", "delibera__organo", "rilasciato_da")
    return righe.order_by("-rilasciato_il", "-pk").first()

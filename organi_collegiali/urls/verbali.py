"""Minutes: editor, remarks, approval, signatures, register."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

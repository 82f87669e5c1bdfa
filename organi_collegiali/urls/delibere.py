"""Deliberations: text, premises, register, follow-up."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

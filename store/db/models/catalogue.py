"""What the shops sell."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.money import Rupiah


class CategoryRow(Base):
    """A heading of the catalogue."""

    __tablename__ = "categories"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class ProductRow(Base):
    """A product of one shop, by the shop's own code."""

    __tablename__ = "products"
    __table_args__ = (UniqueConstraint("shop_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    code: Mapped[str]
    title: Mapped[str]
    description: Mapped[str]
    category_id: Mapped[int] = mapped_column(ForeignKey("categories.id"))
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}


class VariantRow(Base):
    """A variant of a product; stock moves only by conditional updates."""

    __tablename__ = "variants"
    __table_args__ = (
        UniqueConstraint("product_id", "sku"),
        CheckConstraint("stock >= 0", name="stock"),
        CheckConstraint("price > 0", name="price"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id", ondelete="CASCADE"))
    position: Mapped[int]
    sku: Mapped[str]
    name: Mapped[str]
    price: Mapped[Rupiah]
    original_price: Mapped[Rupiah | None]
    stock: Mapped[int]
    # What the seller's file said last: a file loaded twice must not bring back what was sold.
    listed_stock: Mapped[int]


class MediaRow(Base):
    """The bytes of a picture, once, whoever shows it."""

    __tablename__ = "media"

    hash: Mapped[str] = mapped_column(primary_key=True)
    mime: Mapped[str]
    content: Mapped[bytes]


class PictureRow(Base):
    """A picture of a product, in its order."""

    __tablename__ = "pictures"

    product_id: Mapped[int] = mapped_column(
        ForeignKey("products.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    media_hash: Mapped[str] = mapped_column(ForeignKey("media.hash"))

/** A product's small picture; when there is none, or it does not load, a drawn one. */
import { useState } from "react";
import { Icon } from "./Icon";

/** The name stands beside it, so the picture itself is decoration. */
export function ProductPicture({ source, size = 36 }: { source: string; size?: number }) {
  const [broken, setBroken] = useState<string | null>(null);
  const box = { width: size, height: size };
  if (!source || broken === source) {
    return (
      <span className="picture picture-none" style={box}>
        <Icon name="picture" size={Math.round(size / 2)} />
      </span>
    );
  }
  return (
    <img
      className="picture"
      src={source}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      onError={() => setBroken(source)}
    />
  );
}
